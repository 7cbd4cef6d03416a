import type { ItemElements } from '../contract.ts';

/** A code of a version, with its list and where it stands. */
export interface CodeUse { readonly list: string; readonly path: string; readonly code: string }

/** Every code of a version that belongs to a code list. */
export function listCodes(elements: ItemElements): CodeUse[] {
  const one = (list: string, path: string, code: string | undefined): CodeUse[] => code === undefined ? [] : [{ list, path, code }];
  const many = (list: string, path: string, codes: readonly string[] | undefined): CodeUse[] => (codes ?? []).map((code) => ({ list, path, code }));
  return [
    ...one('task-type', 'taskType', elements.taskType), ...one('exercise-level', 'exerciseLevel', elements.exerciseLevel),
    ...one('power-source', 'powerSource', elements.powerSource), ...one('organization-nature', 'departmentType', elements.departmentType),
    ...one('project-type', 'projectType', elements.projectType), ...one('online-level', 'onlineLevel', elements.onlineLevel),
    ...many('service-object', 'serviceObjects', elements.serviceObjects), ...many('handling-form', 'handlingForms', elements.handlingForms),
    ...many('cross-region-scope', 'crossRegionScopes', elements.crossRegionScopes), ...many('online-depth', 'onlineDepths', elements.onlineDepths),
    ...many('person-topic', 'personTopics', elements.personTopics), ...many('company-topic', 'companyTopics', elements.companyTopics),
    ...many('local-person-topic', 'localPersonTopics', elements.localPersonTopics), ...many('local-company-topic', 'localCompanyTopics', elements.localCompanyTopics),
    ...many('person-life-stage', 'personLifeStages', elements.personLifeStages), ...many('company-life-stage', 'companyLifeStages', elements.companyLifeStages),
    ...many('item-tag', 'tags', elements.tags),
    ...(elements.penalties ?? []).flatMap(({ kinds }, index) => many('penalty-kind', `penalties.${index}.kinds`, kinds)),
    ...elements.results.flatMap(({ type }, index) => one('result-type', `results.${index}.type`, type)),
    ...elements.results.flatMap(({ licenceStage }, index) => one('licence-stage', `results.${index}.licenceStage`, licenceStage)),
    ...elements.specialProcedures.flatMap(({ key, kind }) => one('special-procedure', `specialProcedures.${key}.kind`, kind)),
    ...elements.materials.flatMap(({ key, type, form, necessity, source }) => [
      ...one('material-type', `materials.${key}.type`, type), ...one('material-form', `materials.${key}.form`, form),
      ...one('material-necessity', `materials.${key}.necessity`, necessity), ...one('material-source', `materials.${key}.source`, source),
    ]),
  ];
}
