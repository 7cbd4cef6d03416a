import { readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Checks the modules' declared dependencies: an import of another module's face needs its name in `uses`
 * (`module-uses-declared`), and the declarations have no cycle (`module-uses-acyclic`).
 * @param root absolute path of the repository
 * @param modules dependency-cruiser's list of files with their imports
 */
export async function checkModuleUses(root, modules) {
  const imports = listModuleImports(modules);
  const names = [...new Set(modules.map(({ source }) => moduleOf(source)).filter((name) => name !== undefined))];
  const uses = new Map();
  for (const name of names) uses.set(name, await readUses(root, name));
  const undeclared = imports
    .filter(({ from, to }) => !(uses.get(from) ?? []).includes(to))
    .map(({ source, target, from, to }) => ({ rule: 'module-uses-declared', from: source, to: target, hint: `add '${to}' to uses in server/src/modules/${from}/index.ts, or use an event or a process` }));
  return [...undeclared, ...findCycles(uses)];
}

function listModuleImports(modules) {
  return modules.flatMap(({ source, dependencies }) => {
    const from = moduleOf(source);
    if (from === undefined || /\.test\.tsx?$/u.test(source)) return [];
    return dependencies.flatMap(({ resolved }) => {
      const to = moduleOf(resolved);
      if (to === undefined || to === from) return [];
      return [{ source, target: resolved, from, to }];
    });
  });
}

function moduleOf(file) {
  return /^server\/src\/modules\/([^/]+)\//u.exec(file)?.[1];
}

/** `uses` is read as text, so that the check needs no running module. A module without index.ts uses nothing yet. */
async function readUses(root, name) {
  const text = await readFile(path.join(root, 'server', 'src', 'modules', name, 'index.ts'), 'utf8').catch(() => '');
  const list = /\buses:\s*\[([^\]]*)\]/u.exec(text)?.[1] ?? '';
  return [...list.matchAll(/['"]([^'"]+)['"]/gu)].map(([, used]) => used);
}

function findCycles(uses) {
  const state = new Map();
  const cycles = [];
  const visit = (name, trail) => {
    if (state.get(name) === 'done') return;
    if (state.get(name) === 'open') {
      const cycle = [...trail.slice(trail.indexOf(name)), name];
      cycles.push({ rule: 'module-uses-acyclic', from: name, to: cycle[1], hint: cycle.join(' → ') });
      return;
    }
    state.set(name, 'open');
    for (const used of uses.get(name) ?? []) visit(used, [...trail, name]);
    state.set(name, 'done');
  };
  for (const name of uses.keys()) visit(name, []);
  return cycles;
}
