// npm run test:browser [-- vitest arguments]: journeys in a real Chromium against the built platform with the demo city.
import { buildAll } from './lib/build-all.mjs';
import { ensureChromium } from './lib/ensure-chromium.mjs';
import { ensureInstalled } from './lib/ensure-installed.mjs';
import { main } from './lib/main.mjs';
import { fromRoot } from './lib/paths.mjs';
import { runNode } from './lib/run-process.mjs';

await main(async () => {
  await ensureInstalled();
  const chromium = ensureChromium();
  if (chromium === undefined) throw new Error('没有找到 Chromium。请安装它（Debian：apt-get install chromium-headless-shell fonts-noto-cjk），或用 CHROMIUM_PATH 指明位置。');
  await buildAll();
  process.env.CHROMIUM_PATH = chromium;
  const vitest = fromRoot('node_modules', 'vitest', 'vitest.mjs');
  process.exitCode = await runNode([vitest, 'run', '--config', fromRoot('tests', 'browser', 'vitest.config.ts'), ...process.argv.slice(2)]);
});
