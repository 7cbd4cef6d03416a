import { access } from 'node:fs/promises';
import path from 'node:path';
import { cruise } from 'dependency-cruiser';
import { checkModuleUses } from './check-module-uses.mjs';
import { cruiseOptions, forbidden, SOURCE_FOLDERS } from './dependency-rules.mjs';

/**
 * Checks every dependency rule on the repository at `root`.
 * @returns violations as `{ rule, from, to, hint }`, sorted; empty when all is well
 */
export async function checkDependencies(root) {
  const folders = [];
  for (const folder of SOURCE_FOLDERS) {
    if (await access(path.join(root, folder)).then(() => true, () => false)) folders.push(folder);
  }
  const ruleSet = { forbidden };
  const { output } = await cruise(folders, { ...cruiseOptions, baseDir: root, ruleSet, validate: true });
  const comments = new Map(forbidden.map(({ name, comment }) => [name, comment]));
  const violations = output.summary.violations.map(({ rule, from, to, cycle }) => ({
    rule: rule.name,
    from,
    to,
    hint: cycle === undefined ? comments.get(rule.name) : [from, ...cycle.map((step) => step.name ?? step)].join(' → '),
  }));
  const found = [...violations, ...(await checkModuleUses(root, output.modules))];
  return { violations: found.sort((a, b) => key(a).localeCompare(key(b))), files: output.summary.totalCruised };
}

const key = ({ rule, from, to }) => `${rule} ${from} ${to}`;
