import { checkDefinition, isFormDefinition, parameterNameOf, validateForm } from '@tongban/form-model';
import type { ItemForm } from '../../contract.ts';
import { rememberByContent } from '../remember.ts';
import { basis, defineRule, type Hit, type QualityRule } from '../rule.ts';

// Samples carry dates of their writing; the day only decides rules such as "not before today".
const SAMPLE_DAY = '2026-11-20';

interface FormReport {
  readonly faults: readonly string[];
  /** What it reads besides its own answers. */
  readonly parameters: readonly string[];
  readonly sample: readonly { path: string; label: string; message: string }[];
}

const inspectForm = rememberByContent(({ definition, sampleData }: ItemForm) => ({ definition, sampleData }), ({ definition, sampleData }): FormReport => {
  const faults = checkDefinition(definition).map(({ message }) => message);
  if (!isFormDefinition(definition)) return { faults, parameters: [], sample: [] };
  const parameters = definition.parameters ?? [];
  if (faults.length > 0 || sampleData === undefined) return { faults, parameters, sample: [] };
  const { issues } = validateForm(definition, sampleData, { mode: 'submit', today: SAMPLE_DAY });
  return { faults, parameters, sample: issues.map(({ path, label, message }) => ({ path, label, message })) };
});

/** Forms can be used, and the filled example (示例样表) is one that the form itself accepts. */
export const formRules: readonly QualityRule[] = [
  defineRule({
    id: 'form-definition', version: 1, group: 'materials', severity: 'error', title: '表单可以使用', basis: basis.platform,
    message: '表单“{form}”：{fault}', mend: '在表单设计里改正，再保存。',
    find: ({ forms }) => forms.flatMap((form): Hit[] =>
      inspectForm(form).faults.map((fault) => ({ path: `forms.${form.key}.definition`, values: { form: form.name, fault } }))),
  }),
  defineRule({
    id: 'form-parameter', version: 2, group: 'materials', severity: 'error', title: '表单引用的引导问题存在', basis: basis.platform,
    message: '表单“{form}”引用了引导问题“{question}”，但本事项没有这个问题。', mend: '在情形引导里增加这个问题，或者在表单里不再引用它；问题标识里的连字符在表单里写作下划线。',
    find: ({ forms, questionnaire }) => {
      const questions = new Set(questionnaire?.questions.map(({ key }) => parameterNameOf(key)));
      return forms.flatMap((form): Hit[] => inspectForm(form).parameters.filter((parameter) => !questions.has(parameter))
        .map((question) => ({ path: `forms.${form.key}.definition`, values: { form: form.name, question } })));
    },
  }),
  defineRule({
    id: 'form-sample', version: 1, group: 'materials', severity: 'error', title: '示例样表填得正确', basis: basis.publicity,
    message: '表单“{form}”的示例：{label}：{fault}', mend: '按表单的要求改正示例里的这一项。',
    find: ({ forms }) => forms.flatMap((form): Hit[] => inspectForm(form).sample.map(({ path, label, message }) =>
      ({ path: `forms.${form.key}.sampleData.${path}`, values: { form: form.name, label, fault: message } }))),
  }),
];
