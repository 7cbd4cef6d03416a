import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ESLint } from 'eslint';
import { beforeAll, describe, expect, test } from 'vitest';
import { createConfig } from './eslint-config.mjs';

const root = path.join(import.meta.dirname, 'fixtures', 'lint');
const reported = new Map<string, string[]>();
const expected = new Map<string, string>();

beforeAll(async () => {
  const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: unignored(), errorOnUnmatchedPattern: true });
  for (const { filePath, messages } of await eslint.lintFiles(['server', 'web'])) {
    const file = path.relative(root, filePath);
    const [, breaks = '(missing)'] = /^\/\/ breaks: (\S+)\n/u.exec(await readFile(filePath, 'utf8')) ?? [];
    expected.set(file, breaks);
    reported.set(file, [...new Set(messages.map(({ ruleId, message }) => /^\[([\w-]+)\]/u.exec(message)?.[1] ?? ruleId ?? message))]);
  }
  for (const { filename, code } of typeAwareFindings()) reported.set(filename, [...reported.get(filename) ?? [], code.replace(/^typescript\((.+)\)$/u, 'typescript/$1')]);
});

describe('lint rules', () => {
  test('each fixture breaks exactly the rule it names', () => {
    const wanted = [...expected].map(([file, breaks]) => [file, breaks === 'nothing' ? [] : [breaks]]);
    expect(Object.fromEntries(reported)).toEqual(Object.fromEntries(wanted));
    expect(reported.size).toBeGreaterThan(20);
  });

  test('every rule that is switched on has a fixture', () => {
    const configured = [...createConfig(), oxlintConfig].flatMap(({ rules = {} }: { rules?: Record<string, unknown> }) => Object.entries(rules));
    const names = configured.flatMap(([name, options]) => (name === 'no-restricted-syntax' ? restrictionNames(options) : [name]));
    expect([...new Set(names)].filter((name) => ![...expected.values()].includes(name))).toEqual([]);
  });
});

const oxlintConfig = JSON.parse(readFileSync(path.join(import.meta.dirname, 'oxlint.json'), 'utf8')) as { rules: Record<string, unknown> };

/** What the rules that need types report of the fixtures. */
function typeAwareFindings(): { filename: string; code: string }[] {
  const tool = path.resolve(import.meta.dirname, '..', '..', 'node_modules', 'oxlint', 'bin', 'oxlint');
  const { stdout } = spawnSync(process.execPath, [tool, '--type-aware', '-c', path.join(import.meta.dirname, 'oxlint.json'), '--format', 'json', 'server', 'web'], { cwd: root, encoding: 'utf8' });
  return (JSON.parse(stdout) as { diagnostics: { filename: string; code: string }[] }).diagnostics;
}

/** The real configuration, but for the line that keeps the fixtures themselves out of ordinary runs. */
function unignored(): ReturnType<typeof createConfig> {
  return createConfig().filter((entry: object) => !('ignores' in entry && Object.keys(entry).length === 1));
}

function restrictionNames(options: unknown): string[] {
  if (!Array.isArray(options)) return [];
  return options.flatMap((option: unknown) => {
    const message: unknown = typeof option === 'object' && option !== null && 'message' in option ? option.message : '';
    return /^\[([\w-]+)\]/u.exec(String(message))?.[1] ?? [];
  });
}
