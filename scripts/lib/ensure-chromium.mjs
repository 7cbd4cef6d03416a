import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

// Debian's headless build comes first: it draws no tabs and toolbars, which is a third of the work of a whole run.
const BROWSERS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const CHINESE_FONT = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';

/** Path of a Chromium with Chinese fonts; as root on Debian both are installed when missing. Undefined when there is none. */
export function ensureChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const missing = [...(findBrowser() ? [] : ['chromium-headless-shell']), ...(existsSync(CHINESE_FONT) ? [] : ['fonts-noto-cjk'])];
  if (missing.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) install(missing);
  return findBrowser();
}

function findBrowser() {
  return BROWSERS.find((file) => existsSync(file));
}

function install(packages) {
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  process.stdout.write(`正在安装 ${packages.join('、')}……\n`);
  try {
    execFileSync('apt-get', ['update', '-q'], options);
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], options);
  } catch {
    process.stdout.write(`安装 ${packages.join('、')} 失败。\n`);
  }
}
