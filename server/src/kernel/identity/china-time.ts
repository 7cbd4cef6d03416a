const format = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai', year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
});

/** An instant as people here write it: 2026年11月20日 09:30. */
export function chinaTime(instant: Date): string {
  return format.format(instant).replace(/日\s*/, '日 ');
}
