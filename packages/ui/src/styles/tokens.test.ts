import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The colours of one block, on top of the defaults. */
function coloursOf(selector: string): Record<string, string> {
  const read = (name: string) => {
    const block = css.split(`${name} {`)[1]?.split('}')[0] ?? '';
    return Object.fromEntries([...block.matchAll(/(--tb-[a-z-]+): (#[0-9a-f]{6});/g)].map(([, token, colour]) => [token, colour]));
  };
  return { ...read(':root'), ...read(selector) };
}

/** Relative luminance of WCAG 2.1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const pairs: [string, string, number][] = [
  ['--tb-text', '--tb-surface', 4.5], ['--tb-text', '--tb-surface-muted', 4.5], ['--tb-text', '--tb-accent-soft', 4.5],
  ['--tb-text-muted', '--tb-surface', 4.5], ['--tb-text-muted', '--tb-surface-muted', 4.5], ['--tb-text-muted', '--tb-accent-soft', 4.5],
  ['--tb-accent', '--tb-surface', 4.5], ['--tb-accent', '--tb-accent-soft', 4.5], ['--tb-on-accent', '--tb-accent', 4.5],
  ['--tb-danger', '--tb-danger-soft', 4.5], ['--tb-warning', '--tb-warning-soft', 4.5], ['--tb-success', '--tb-success-soft', 4.5],
  ['--tb-line-strong', '--tb-surface', 3],
];

describe('颜色对比度（GB/T 37668，WCAG 2.1 AA）', () => {
  describe.each([':root', ":root[data-theme='red']", ":root[data-theme='green']", ":root[data-theme='violet']", ":root[data-contrast='high']"])('%s', (selector) => {
    const colours = coloursOf(selector);
    it.each(pairs)('%s 在 %s 上不低于 %f', (text, ground, least) => {
      expect(contrast(colours[text] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(least);
    });
  });
});
