// Builds the platform and runs the browser part of the tests with the Chromium of this machine.
import { buildAll } from './build-all.mjs';
import { ensureChromium } from './ensure-chromium.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { fromRoot } from './paths.mjs';
import { runNode } from './run-process.mjs';

/** Runs vitest for `journeys` or `pictures` (vitest.config.ts) with the arguments of the command; its exit code becomes this process's. */
export async function runInChromium(kind) {
  await ensureInstalled();
  const chromium = ensureChromium();
  if (chromium === undefined) throw new Error('没有找到 Chromium。请安装它（Debian：apt-get install chromium-headless-shell fonts-noto-cjk），或用 CHROMIUM_PATH 指明位置。');
  await buildAll();
  process.env.CHROMIUM_PATH = chromium;
  process.env.TONGBAN_RUN = kind;
  const vitest = fromRoot('node_modules', 'vitest', 'vitest.mjs');
  process.exitCode = await runNode([vitest, 'run', ...process.argv.slice(2)]);
}
