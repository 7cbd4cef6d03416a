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
});

describe('lint rules', () => {
  test('each fixture breaks exactly the rule it names', () => {
    const wanted = [...expected].map(([file, breaks]) => [file, breaks === 'nothing' ? [] : [breaks]]);
    expect(Object.fromEntries(reported)).toEqual(Object.fromEntries(wanted));
    expect(reported.size).toBeGreaterThan(20);
  });

  test('every rule that is switched on has a fixture', () => {
    const configured = createConfig(root).flatMap(({ rules = {} }: { rules?: Record<string, unknown> }) => Object.entries(rules));
    const names = configured.flatMap(([name, options]) => (name === 'no-restricted-syntax' ? restrictionNames(options) : [name]));
    expect([...new Set(names)].filter((name) => ![...expected.values()].includes(name))).toEqual([]);
  });
});

/** The real configuration, but for the line that keeps the fixtures themselves out of ordinary runs. */
function unignored(): ReturnType<typeof createConfig> {
  return createConfig(root).filter((entry: object) => !('ignores' in entry && Object.keys(entry).length === 1));
}

function restrictionNames(options: unknown): string[] {
  if (!Array.isArray(options)) return [];
  return options.flatMap((option: unknown) => {
    const message: unknown = typeof option === 'object' && option !== null && 'message' in option ? option.message : '';
    return /^\[([\w-]+)\]/u.exec(String(message))?.[1] ?? [];
  });
}
