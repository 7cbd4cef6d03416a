// npm run test:browser [-- vitest arguments]: journeys in a real Chromium against the built platform with the demo city.
import { main } from './lib/main.mjs';
import { runInChromium } from './lib/run-in-chromium.mjs';

await main(() => runInChromium('journeys'));
