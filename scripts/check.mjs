// npm run check: types, lint and dependency rules over the whole repository. The failing fixtures of the rules are
// tests of packages/lint-config; they run here too, so that a rule that lost its teeth is noticed by this command.
import { access, mkdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ensureInstalled } from './lib/ensure-installed.mjs';
import { main } from './lib/main.mjs';
import { fromRoot, listFiles, listFolders } from './lib/paths.mjs';
import { reportStep } from './lib/report-step.mjs';
import { captureNode } from './lib/run-process.mjs';

const TYPESCRIPT = fromRoot('node_modules', 'typescript-7', 'bin', 'tsc');
const STEPS = { types: checkTypes, lint: checkLint, dependencies: checkDependencyRules, fixtures: checkFixtures };

await main(async () => {
  await ensureInstalled();
  const wanted = process.argv.slice(2);
  const chosen = Object.entries(STEPS).filter(([name]) => wanted.length === 0 || wanted.includes(name));
  // The types take both cores only for a while; the rest goes on beside them, one after another.
  const [types, others] = [chosen.filter(([name]) => name === 'types'), chosen.filter(([name]) => name !== 'types')];
  await Promise.all([runSteps(types), runSteps(others)]);
});

async function runSteps(steps) {
  for (const [name, check] of steps) {
    const problems = [];
    const ok = await reportStep(name, async () => {
      problems.push(...(await check()));
      return problems.length === 0;
    });
    for (const problem of problems) process.stdout.write(`${problem}\n`);
    if (!ok) process.exitCode = 1;
  }
}

/**
 * The native compiler over every workspace, as many at a time as there are cores; a file in two of them is reported once.
 * What it found is kept, so that the next check looks only at what changed since.
 */
async function checkTypes() {
  const waiting = await listProjects();
  const folder = fromRoot('node_modules', '.cache', 'types');
  await mkdir(folder, { recursive: true });
  const problems = new Set();
  const work = async () => {
    for (let project = waiting.shift(); project !== undefined; project = waiting.shift()) {
      const known = path.join(folder, `${path.basename(project, '.json')}.tsbuildinfo`);
      const { status, output } = await captureNode([TYPESCRIPT, '-p', project, '--pretty', 'false', '--incremental', '--tsBuildInfoFile', known]);
      if (status !== 0) for (const line of output.trim().split('\n')) problems.add(line);
    }
  };
  await Promise.all(Array.from({ length: os.availableParallelism() }, work));
  return problems;
}

async function listProjects() {
  // What runs on the server is one program (tsconfig.node.json): each part of it would check the whole server again.
  const folders = [fromRoot('tests', 'browser')];
  for (const group of ['web', 'packages']) {
    const names = await listFolders(fromRoot(group));
    folders.push(...names.filter((name) => name !== 'testkit').map((name) => fromRoot(group, name)));
  }
  // The largest comes first, so that the others fill the time beside it.
  const projects = [fromRoot('tsconfig.node.json')];
  for (const folder of folders) {
    const hasConfig = await access(`${folder}/tsconfig.json`).then(() => true, () => false);
    const sources = hasConfig ? await listFiles(folder, (file) => /\.tsx?$/.test(file)) : [];
    if (sources.length > 0) projects.push(folder);
  }
  return projects;
}

/** One linter, natively compiled: rules over the syntax, rules of our own and the one that asks for types. */
async function checkLint() {
  const { status, output } = await captureNode([fromRoot('node_modules', 'oxlint', 'bin', 'oxlint'), '--type-aware', '-c', fromRoot('packages', 'lint-config', 'oxlint.json'), '--ignore-pattern', '**/fixtures/**', '.']);
  return status === 0 ? [] : [output.trim()];
}

async function checkDependencyRules() {
  const { checkDependencies } = await import('../packages/lint-config/check-dependencies.mjs');
  const { violations } = await checkDependencies(fromRoot());
  return violations.map(({ rule, from, to, hint }) => `${rule}: ${from} → ${to}\n    ${hint}`);
}

async function checkFixtures() {
  const { status, output } = await captureNode([fromRoot('node_modules', 'vitest', 'vitest.mjs'), 'run', 'packages/lint-config', '--reporter=dot']);
  return status === 0 ? [] : [output.trim()];
}
