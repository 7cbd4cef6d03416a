// npm run manual:pictures [-- NAME]: makes the pictures of the manuals anew, in a real Chromium against the demo city.
import { main } from './lib/main.mjs';
import { runInChromium } from './lib/run-in-chromium.mjs';

await main(() => runInChromium('pictures'));
