import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { ensureInstalled } from '../scripts/lib/ensure-installed.mjs';
import { runProcess } from '../scripts/lib/run-process.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const RESULTS = path.join(ROOT, 'test-results');
const REPORTERS = ['--reporter=dot', '--reporter=json'];
/**
 * What another PostgreSQL could answer otherwise. Left out: the embedded database's own tests, which start it wherever they
 * run; documents, which ask no database; and two that send the same few statements thousands of times, the demonstration's
 * items (the statements of the modules' own tests) and the permissions of each role (one statement).
 */
const ON_DATABASE = [
  'server/', 'tests/', 'packages/testkit/',
  ...['kernel/db/embedded/**', 'kernel/documents/**', 'seed/content/**', 'testing/permission-matrix.test.ts'].map((path) => `--exclude=server/src/${path}`),
];
const totals = { passed: 0, failed: 0 };

rmSync(RESULTS, { recursive: true, force: true });
// Two commands that start together must not both install.
await ensureInstalled();
// The suite begins by reading modules on one core; the front-ends for the journeys are built on the other meanwhile.
await Promise.all([suite('npm test (embedded PostgreSQL)', 'embedded', ['test'], [], {}), step('npm run build -- web', () => runNpm(['run', 'build', '--silent', '--', 'web']))]);
// The fixtures of the rules are tests that npm test has run.
await step('npm run check', () => runNpm(['run', 'check', '--silent', '--', 'types', 'lint', 'dependencies']));
const server = await step('PostgreSQL server', findPostgres);
if (server) await suite('suite on PostgreSQL', 'postgresql', ['test'], ON_DATABASE, { TEST_DATABASE_URL: server });
// Nobody looks at the pictures of this run, and painting hundreds of whole pages takes minutes of processor time. A step that
// passes only when it is tried again is named: three browsers on two cores are busier than anybody's.
await suite('browser journeys', 'browser', ['run', 'test:browser'], [], { SCREENS: 'none', JOURNEY_TRIES: '2' }, []);
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed\n`);
process.exitCode = totals.failed === 0 ? 0 : 1;

/** Runs a suite, or the part of it that `chosen` names, and counts its tests; a run that ends badly without a failed test counts as one failure. No `reporters` where the settings name them. */
async function suite(title, name, script, chosen, env, reporters = REPORTERS) {
  const report = path.join(RESULTS, `${name}.json`);
  const started = performance.now();
  const ok = await runNpm([...script, '--silent', '--', ...chosen, ...reporters, `--outputFile.json=${report}`], env);
  const counted = readReport(report);
  totals.passed += counted.passed;
  totals.failed += counted.failed + (!ok && counted.failed === 0 ? 1 : 0);
  print(ok, title, started);
}

function readReport(file) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

/** Runs one check that counts as one; returns what it gave, or undefined when it failed. */
async function step(title, work) {
  const started = performance.now();
  let outcome;
  try {
    outcome = await work();
  } catch (error) {
    process.stdout.write(`${error.message}\n`);
  }
  totals[outcome ? 'passed' : 'failed'] += 1;
  print(Boolean(outcome), title, started);
  return outcome || undefined;
}

function print(ok, title, started) {
  process.stdout.write(`${ok ? '✓' : '✗'} ${title}  ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
}

async function runNpm(args, env = {}) {
  return (await runProcess('npm', args, { env: { ...process.env, NO_COLOR: '1', ...env } })) === 0;
}

/** Connection string of a PostgreSQL server on this machine: the running one, or Debian's, installed and started. */
async function findPostgres() {
  if (process.env.TEST_DATABASE_URL) return process.env.TEST_DATABASE_URL;
  if (!(await answers(5432))) startDebianPostgres();
  for (let waited = 0; !(await answers(5432)); waited += 1) {
    if (waited === 60) throw new Error('PostgreSQL did not start on port 5432');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  if (await accepts('postgresql://postgres@127.0.0.1:5432/postgres')) return 'postgresql://postgres@127.0.0.1:5432/postgres';
  // A server of Debian's own settings wants a password on TCP: make an account of ours through the local socket.
  const sql = "drop role if exists tongban_ci; create role tongban_ci superuser login password 'tongban_ci'";
  execFileSync('su', ['postgres', '-c', `psql -q -c "${sql}"`], { cwd: '/', stdio: 'inherit' });
  return 'postgresql://tongban_ci:tongban_ci@127.0.0.1:5432/postgres';
}

function startDebianPostgres() {
  if (!hasCluster()) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update', '-q'], { stdio: 'ignore', env });
    execFileSync('apt-get', ['install', '-y', '-q', 'postgresql'], { stdio: 'ignore', env });
  }
  const [version] = readdirSync('/etc/postgresql');
  spawnSync('pg_ctlcluster', ['--skip-systemctl-redirect', version, 'main', 'start'], { stdio: 'inherit' });
}

function hasCluster() {
  try {
    return readdirSync('/etc/postgresql').length > 0;
  } catch {
    return false;
  }
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

async function accepts(connectionString) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
