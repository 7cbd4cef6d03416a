import { expect, test } from 'vitest';
import { type FormAnswers, listHiddenFields } from './index.ts';
import { formOf } from './testing/sample-form.ts';

const form = {
  ...formOf(
    { type: 'boolean', id: 'byFamily', label: '是否代办', computed: 'who = "family"' },
    { type: 'text', id: 'agentName', label: '代办人', visibleWhen: 'byFamily = true' },
    { type: 'text', id: 'agentShop', label: '代办机构', visibleWhen: 'agentName = "机构"' },
    { type: 'text', id: 'living', label: '居住' },
    { type: 'text', id: 'institution', label: '机构', visibleWhen: 'living = "机构"' },
    { type: 'text', id: 'both', label: '两个条件', visibleWhen: 'byFamily = true and living = "机构"' },
  ), parameters: ['who'],
};
const hidden = (who: string, answers: FormAnswers = {}) => [...listHiddenFields(form, answers, { today: '2026-11-30', parameters: { who } })];

test('由引导回答决定的栏目，隐藏了就不会再出现；等着别的回答的不算 (FRM-02, FRM-03)', () => {
  expect(hidden('self')).toEqual(['agentName', 'agentShop']);
  expect(hidden('family')).toEqual([]);
  expect(hidden('self', { living: '独居' })).toEqual(['agentName', 'agentShop', 'institution', 'both']);
  expect(hidden('self', { living: '机构' })).toEqual(['agentName', 'agentShop', 'both']);
  expect(hidden('family', { agentName: '甲', living: '独居' })).toEqual(['agentShop', 'institution', 'both']);
});

test('整组按引导回答隐藏的，组里的栏目都不会出现', () => {
  const sections = [{ ...form.sections[0], id: 'all', visibleWhen: 'who = "family"', rows: form.sections[0]?.rows ?? [] }];
  expect([...listHiddenFields({ ...form, sections }, {}, { today: '2026-11-30', parameters: { who: 'self' } })]).toHaveLength(6);
});
