import { checkDefinition, FormDefinition, validateForm } from '@tongban/form-model';
import { Value } from 'typebox/value';
import type { ItemElements, ItemForm, QualityFinding } from '../contract.ts';
import { error } from './finding.ts';

// Samples carry dates of their writing; the day only decides rules such as "not before today".
const SAMPLE_DAY = '2026-11-20';

/** Forms can be used, and the filled example (示例样表) is one that the form itself accepts. */
export function checkForms({ forms, questionnaire }: ItemElements): QualityFinding[] {
  const questions = new Set(questionnaire?.questions.map(({ key }) => key));
  return forms.flatMap((form) => [...checkForm(form), ...checkParameters(form, questions)]);
}

/** What a form reads besides its own answers are answers to the guiding questions. */
function checkParameters({ key, name, definition }: ItemForm, questions: ReadonlySet<string>): QualityFinding[] {
  if (!Value.Check(FormDefinition, definition)) return [];
  return (definition.parameters ?? []).filter((parameter) => !questions.has(parameter)).map((parameter) =>
    error('form-parameter', `forms.${key}.definition`, `表单“${name}”引用了引导问题“${parameter}”，但本事项没有这个问题。`));
}

function checkForm({ key, name, definition, sampleData }: ItemForm): QualityFinding[] {
  const path = `forms.${key}`;
  const problems = checkDefinition(definition);
  if (problems.length > 0) {
    return problems.map(({ message }) => error('form-definition', `${path}.definition`, `表单“${name}”：${message}`));
  }
  if (sampleData === undefined || !Value.Check(FormDefinition, definition)) return [];
  const { issues } = validateForm(definition, sampleData, { mode: 'submit', today: SAMPLE_DAY });
  return issues.map((issue) => error('form-sample', `${path}.sampleData.${issue.path}`, `表单“${name}”的示例：${issue.label}：${issue.message}`));
}
