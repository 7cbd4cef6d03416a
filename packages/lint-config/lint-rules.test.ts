import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, 'fixtures', 'lint');
const settings = path.join(import.meta.dirname, 'oxlint.json');

interface Finding { readonly filename: string; readonly code?: string; readonly message: string }

/** `typescript(no-explicit-any)` as its settings write it; a directive that is not needed has no code. */
const nameOf = ({ code, message }: Finding): string => code?.replace(/^eslint\((.+)\)$/u, '$1').replace(/^(.+)\((.+)\)$/u, '$1/$2') ?? message;

/** What the linter reports of the fixtures, each rule once a file. */
function lint(): Map<string, string[]> {
  const tool = path.resolve(import.meta.dirname, '..', '..', 'node_modules', 'oxlint', 'bin', 'oxlint');
  const { stdout } = spawnSync(process.execPath, [tool, '--type-aware', '-c', settings, '--format', 'json', 'server', 'web'], { cwd: root, encoding: 'utf8' });
  const reported = new Map<string, string[]>();
  for (const one of (JSON.parse(stdout) as { diagnostics: Finding[] }).diagnostics) reported.set(one.filename, [...new Set([...reported.get(one.filename) ?? [], nameOf(one)])]);
  return reported;
}

/** The rule that each fixture says it breaks. */
function readFixtures(): Map<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name)).map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [path.relative(root, file), /^\/\/ breaks: (.+)\n/u.exec(readFileSync(file, 'utf8'))?.[1] ?? '(missing)']));
}

describe('lint rules', () => {
  const fixtures = readFixtures();

  test('each fixture breaks exactly the rule it names', () => {
    const reported = lint();
    expect(fixtures.size).toBeGreaterThan(20);
    expect(Object.fromEntries([...fixtures].map(([file]) => [file, reported.get(file) ?? []])))
      .toEqual(Object.fromEntries([...fixtures].map(([file, breaks]) => [file, breaks === 'nothing' ? [] : [breaks]])));
  });

  test('every rule that is switched on has a fixture', () => {
    const { overrides } = JSON.parse(readFileSync(settings, 'utf8')) as { overrides: { rules: Record<string, unknown> }[] };
    const names = new Set(overrides.flatMap(({ rules }) => Object.keys(rules)));
    expect([...names].filter((name) => ![...fixtures.values()].includes(name))).toEqual([]);
  });
});
