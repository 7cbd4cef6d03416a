import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LongText } from './LongText.tsx';

test('CAT-02 六万字的条款只显示开头和字数，一般长度的全文显示', () => {
  const clause = '第一条 本条例自公布之日起施行。'.repeat(4000).slice(0, 60_000);
  const shown = renderToStaticMarkup(<LongText>{clause}</LongText>);
  expect(shown).toContain('展开全文（共 60,000 字）');
  expect(shown).toContain('aria-expanded="false"');
  expect(shown.length).toBeLessThan(600);
  const ordinary = clause.slice(0, 800);
  expect(renderToStaticMarkup(<LongText>{ordinary}</LongText>)).toBe(ordinary);
});
