// npm start: install what is missing, build what changed, then become the server.
import { pathToFileURL } from 'node:url';
import { buildAll } from './lib/build-all.mjs';
import { ensureInstalled } from './lib/ensure-installed.mjs';
import { followNpm } from './lib/follow-npm.mjs';
import { main } from './lib/main.mjs';
import { fromRoot } from './lib/paths.mjs';

followNpm();
await main(async () => {
  await ensureInstalled();
  await buildAll();
});

if (process.exitCode === undefined) {
  process.env.NODE_ENV ??= 'production';
  process.setSourceMapsEnabled(true);
  // In this very process, so that signals reach the server and nothing is left behind when it is killed.
  await import(pathToFileURL(fromRoot('server', 'dist', 'main.js')).href);
}
