import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkDependencies } from './check-dependencies.mjs';
import { forbidden } from './dependency-rules.mjs';

const fixtures = path.join(import.meta.dirname, 'fixtures', 'dependencies');
const WELL = 'all-is-well';
const rules = [...forbidden.map(({ name }) => name), 'module-uses-declared', 'module-uses-acyclic'];

describe('dependency rules', () => {
  test('every rule has a failing fixture', () => {
    expect(readdirSync(fixtures).filter((name) => name !== WELL).sort()).toEqual([...rules].sort());
  });

  test.each(rules)('%s fires on its fixture, and it alone', async (rule) => {
    const { violations } = await checkDependencies(path.join(fixtures, rule));
    expect([...new Set(violations.map((violation) => violation.rule))]).toEqual([rule]);
  });

  test('a tree that keeps the rules passes', async () => {
    const { violations, files } = await checkDependencies(path.join(fixtures, WELL));
    expect(violations).toEqual([]);
    expect(files).toBeGreaterThan(3);
  });
});
