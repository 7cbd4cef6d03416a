// npm run build [-- server|web]: bundle the server and the front-ends.
import { buildAll } from './lib/build-all.mjs';
import { ensureInstalled } from './lib/ensure-installed.mjs';
import { main } from './lib/main.mjs';

await main(async () => {
  await ensureInstalled();
  await buildAll(process.argv[2]);
});
