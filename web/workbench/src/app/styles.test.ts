import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/*
 * A page that is opened by its address has the style sheets that its own modules import, and no others: what it borrows
 * from the sheet of a page that happened to be open before is gone after a reload.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(file, 'utf8');

const imported = new Map<string, readonly string[]>();
function importsOf(file: string): readonly string[] {
  let found = imported.get(file);
  if (found === undefined) {
    found = [...read(file).matchAll(/(?:from|import)\s+'(\.[^']+)'/g)].map(([, at = '']) => path.resolve(path.dirname(file), at)).filter((at) => existsSync(at));
    imported.set(file, found);
  }
  return found;
}

/** A module and all that it imports without waiting. */
function reach(...files: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...files];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    if (/\.tsx?$/.test(file)) open.push(...importsOf(file));
  }
  return seen;
}

/** The sheets that say how a class looks by itself, not only inside something else. */
function sheetsByClass(): ReadonlyMap<string, ReadonlySet<string>> {
  const sheets = new Map<string, Set<string>>();
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css')).map((name) => path.join(root, name));
  for (const file of files) {
    const selectors = read(file).replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/@media[^{]*\{/g, '').split('}').flatMap((rule) => (rule.split('{')[0] ?? '').split(','));
    for (const selector of selectors) {
      for (const [, name = ''] of (selector.trim().split(/[\s>+~]/)[0] ?? '').matchAll(/\.([a-z][\w-]*)/g)) sheets.set(name, (sheets.get(name) ?? new Set()).add(file));
    }
  }
  return sheets;
}

test('每个页面用到的样式都由它自己引入：直接打开网址和从别的页面进来，看到的一样', () => {
  const sheets = sheetsByClass();
  const always = reach(path.join(root, 'main.tsx'), path.join(root, 'app/Shell.tsx'));
  const pages = [...read(path.join(root, 'app/routes.tsx')).matchAll(/import\('([^']+)'\)/g)].map(([, at = '']) => path.resolve(root, 'app', at));
  expect(pages.length).toBeGreaterThan(90);
  const borrowed = new Set<string>();
  for (const page of pages) {
    const own = reach(page);
    for (const file of [...own].filter((name) => name.endsWith('.tsx'))) {
      for (const [, names = ''] of read(file).matchAll(/className="([^"]+)"/g)) {
        for (const name of names.split(/\s+/)) {
          // `is-…` says how something else stands.
          const from = name.startsWith('is-') ? [] : [...(sheets.get(name) ?? [])];
          if (from.length > 0 && !from.some((sheet) => own.has(sheet) || always.has(sheet))) borrowed.add(`${path.relative(root, file)}: ${name}`);
        }
      }
    }
  }
  expect([...borrowed]).toEqual([]);
});
