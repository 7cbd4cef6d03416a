// Builds the platform and runs vitest by a config of tests/browser, with the Chromium of this machine.
import { buildAll } from './build-all.mjs';
import { ensureChromium } from './ensure-chromium.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { fromRoot } from './paths.mjs';
import { runNode } from './run-process.mjs';

/** Runs vitest with the named config of tests/browser and the arguments of the command; its exit code becomes this process's. */
export async function runInChromium(config) {
  await ensureInstalled();
  const chromium = ensureChromium();
  if (chromium === undefined) throw new Error('没有找到 Chromium。请安装它（Debian：apt-get install chromium-headless-shell fonts-noto-cjk），或用 CHROMIUM_PATH 指明位置。');
  await buildAll();
  process.env.CHROMIUM_PATH = chromium;
  const vitest = fromRoot('node_modules', 'vitest', 'vitest.mjs');
  process.exitCode = await runNode([vitest, 'run', '--config', fromRoot('tests', 'browser', config), ...process.argv.slice(2)]);
}
