import { compile } from '@tongban/expressions';
import { FORM_FUNCTIONS } from '@tongban/form-model';
import { expect, it } from 'vitest';
import { expressionFunctions } from './functions.ts';

it.each(expressionFunctions.map(({ name, template, meaning }) => [name, template, meaning]))('给出的函数 %s 都能用，都有说明 (FRM-03, DEC-02)', (_name, template, meaning) => {
  const argument = /^(count|sum|total|min|max|mean|list|some|every)/.test(template) ? '[1]' : /^date/.test(template) ? '2026-01-01' : /^age/.test(template) ? 'date("2000-01-01")' : '数';
  const result = compile(template.replace('$', () => argument).replace('date("")', 'date("2026-01-01")'), { names: ['数'], functions: FORM_FUNCTIONS });
  expect(result.ok ? [] : result.problems).toEqual([]);
  expect(meaning).not.toBe('');
});
