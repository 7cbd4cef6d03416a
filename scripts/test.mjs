// npm test [-- vitest arguments]: the whole suite, on the embedded PostgreSQL unless TEST_DATABASE_URL names another.
import { ensureInstalled } from './lib/ensure-installed.mjs';
import { main } from './lib/main.mjs';
import { fromRoot } from './lib/paths.mjs';
import { runNode } from './lib/run-process.mjs';

await main(async () => {
  await ensureInstalled();
  process.exitCode = await runNode([fromRoot('node_modules', 'vitest', 'vitest.mjs'), 'run', ...process.argv.slice(2)]);
});
