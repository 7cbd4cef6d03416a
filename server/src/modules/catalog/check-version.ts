import { listDictionaries } from '../../kernel/dictionary/index.ts';
import type { Kernel } from '../../kernel/context.ts';
import type { ItemElements, QualityFinding } from './contract.ts';
import { checkItemElements } from './quality/index.ts';
import { error } from './quality/finding.ts';
import { checkForms } from './quality/form-rules.ts';
import { checkRequiredParts } from './required-parts.ts';
import { checkQuestionnaire } from './questionnaire/check-questionnaire.ts';

/** Everything that is wrong with a version: the guide's rules, its questions, its forms, and codes outside their lists. */
export async function checkVersion(kernel: Kernel, elements: ItemElements): Promise<QualityFinding[]> {
  return [...checkContentOf(elements), ...await checkCodes(kernel, elements)];
}

/** The part of the checks that needs no database. */
export function checkContentOf(elements: ItemElements): QualityFinding[] {
  return [...checkRequiredParts(elements), ...checkItemElements(elements), ...checkQuestions(elements), ...checkForms(elements)];
}

function checkQuestions({ questionnaire, materials, forms }: ItemElements): QualityFinding[] {
  if (questionnaire === undefined) return [];
  const { faults } = checkQuestionnaire({ questionnaire, materials, formKeys: forms.map(({ key }) => key) });
  return faults.map(({ code, path, message }) => error(`guidance-${code}`, `questionnaire.${path}`, message));
}

async function checkCodes(kernel: Kernel, elements: ItemElements): Promise<QualityFinding[]> {
  const uses = codesOf(elements);
  const lists = await listDictionaries(kernel, [...new Set(uses.map(([list]) => list))]);
  return uses.flatMap(([list, path, code]) => {
    const dictionary = lists.get(list);
    const known = dictionary?.entries.some((entry) => entry.code === code && entry.active) ?? false;
    return known ? [] : [error('unknown-code', path, `“${code}”不在代码表“${dictionary?.name ?? list}”中，请重新选择。`)];
  });
}

type CodeUse = readonly [list: string, path: string, code: string];

function codesOf(elements: ItemElements): CodeUse[] {
  const one = (list: string, path: string, code: string | undefined): CodeUse[] => code === undefined ? [] : [[list, path, code]];
  const many = (list: string, path: string, codes: readonly string[] | undefined): CodeUse[] => (codes ?? []).map((code): CodeUse => [list, path, code]);
  return [
    ...one('task-type', 'taskType', elements.taskType), ...one('exercise-level', 'exerciseLevel', elements.exerciseLevel),
    ...one('power-source', 'powerSource', elements.powerSource), ...one('organization-nature', 'departmentType', elements.departmentType),
    ...one('project-type', 'projectType', elements.projectType), ...one('online-level', 'onlineLevel', elements.onlineLevel),
    ...many('service-object', 'serviceObjects', elements.serviceObjects), ...many('handling-form', 'handlingForms', elements.handlingForms),
    ...many('cross-region-scope', 'crossRegionScopes', elements.crossRegionScopes), ...many('online-depth', 'onlineDepths', elements.onlineDepths),
    ...many('person-topic', 'personTopics', elements.personTopics), ...many('company-topic', 'companyTopics', elements.companyTopics),
    ...many('item-tag', 'tags', elements.tags),
    ...many('local-person-topic', 'localPersonTopics', elements.localPersonTopics), ...many('local-company-topic', 'localCompanyTopics', elements.localCompanyTopics),
    ...many('person-life-stage', 'personLifeStages', elements.personLifeStages),
    ...many('company-life-stage', 'companyLifeStages', elements.companyLifeStages),
    ...(elements.penalties ?? []).flatMap(({ kinds }, index) => many('penalty-kind', `penalties.${index}.kinds`, kinds)),
    ...elements.results.flatMap(({ type }, index) => one('result-type', `results.${index}.type`, type)),
    ...elements.specialProcedures.flatMap(({ key, kind }) => one('special-procedure', `specialProcedures.${key}.kind`, kind)),
    ...elements.materials.flatMap(({ key, type, form, necessity, source }) => [
      ...one('material-type', `materials.${key}.type`, type), ...one('material-form', `materials.${key}.form`, form),
      ...one('material-necessity', `materials.${key}.necessity`, necessity), ...one('material-source', `materials.${key}.source`, source),
    ]),
  ];
}
