// A process for the tests to kill: starts the embedded database of its first argument, says so, and stays.
import { EmbeddedPostgresError, startEmbeddedPostgres } from '../index.ts';

const [dataDir = ''] = process.argv.slice(2);
try {
  const server = await startEmbeddedPostgres({ dataDir, log: (line) => process.stdout.write(`log ${line}\n`) });
  process.stdout.write(`ready ${JSON.stringify({ pid: server.pid, url: server.connectionString('postgres') })}\n`);
  process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)));
} catch (error) {
  process.stdout.write(`refused ${error instanceof EmbeddedPostgresError ? `${error.code} ${error.message}` : String(error)}\n`);
  process.exitCode = 1;
}
