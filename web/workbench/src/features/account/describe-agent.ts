const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'], [/QIHU|360SE|360EE/, '360 浏览器'], [/QQBrowser/, 'QQ 浏览器'], [/Firefox\//, 'Firefox'], [/Chrome\//, 'Chrome'], [/Safari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/Windows/, 'Windows'], [/Android/, '安卓'], [/iPhone|iPad/, 'iOS'], [/UOS|Uos/, '统信 UOS'], [/Kylin/i, '麒麟'], [/Mac OS X/, 'macOS'], [/Linux/, 'Linux'],
];

/** A browser's own name of itself in words people know; the text itself when it is none of a browser. */
export function describeAgent(userAgent: string): string {
  const browser = browsers.find(([pattern]) => pattern.test(userAgent))?.[1];
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1];
  return browser && system ? `${browser}（${system}）` : browser ?? (userAgent.slice(0, 40) || '未知设备');
}
