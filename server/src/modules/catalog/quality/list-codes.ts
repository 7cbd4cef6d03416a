import type { ItemElements } from '../contract.ts';

/** The code lists that elements of a version refer to. */
export const codeLists = [
  'task-type', 'exercise-level', 'power-source', 'organization-nature', 'project-type', 'online-level', 'service-object', 'handling-form', 'cross-region-scope', 'online-depth',
  'person-topic', 'company-topic', 'local-person-topic', 'local-company-topic', 'person-life-stage', 'company-life-stage', 'item-tag', 'penalty-kind', 'result-type',
  'licence-stage', 'special-procedure', 'material-type', 'material-form', 'material-necessity', 'material-source',
] as const;

type Visit = (list: (typeof codeLists)[number], path: string, code: string) => void;

/** Tells every code of a version that belongs to a code list, with where it stands; nothing is kept, since a version has a hundred. */
export function visitCodes(elements: ItemElements, visit: Visit): void {
  visitOwnCodes(elements, visit);
  const many: VisitMany = (list, path, codes) => { for (const code of codes ?? []) visit(list, path, code); };
  const one: VisitOne = (list, path, code) => { if (code !== undefined) visit(list, path, code); };
  elements.penalties?.forEach(({ kinds }, index) => { many('penalty-kind', `penalties.${index}.kinds`, kinds); });
  for (const [index, { type, licenceStage }] of elements.results.entries()) {
    one('result-type', `results.${index}.type`, type);
    one('licence-stage', `results.${index}.licenceStage`, licenceStage);
  }
  for (const { key, kind } of elements.specialProcedures) one('special-procedure', `specialProcedures.${key}.kind`, kind);
  for (const { key, type, form, necessity, source } of elements.materials) {
    one('material-type', `materials.${key}.type`, type);
    one('material-form', `materials.${key}.form`, form);
    one('material-necessity', `materials.${key}.necessity`, necessity);
    one('material-source', `materials.${key}.source`, source);
  }
}

type VisitOne = (list: Parameters<Visit>[0], path: string, code: string | undefined) => void;
type VisitMany = (list: Parameters<Visit>[0], path: string, codes: readonly string[] | undefined) => void;

/** Codes that stand in an element by themselves. */
function visitOwnCodes(elements: ItemElements, visit: Visit): void {
  const one: VisitOne = (list, path, code) => { if (code !== undefined) visit(list, path, code); };
  const many: VisitMany = (list, path, codes) => { for (const code of codes ?? []) visit(list, path, code); };
  one('task-type', 'taskType', elements.taskType);
  one('exercise-level', 'exerciseLevel', elements.exerciseLevel);
  one('power-source', 'powerSource', elements.powerSource);
  one('organization-nature', 'departmentType', elements.departmentType);
  one('project-type', 'projectType', elements.projectType);
  one('online-level', 'onlineLevel', elements.onlineLevel);
  many('service-object', 'serviceObjects', elements.serviceObjects);
  many('handling-form', 'handlingForms', elements.handlingForms);
  many('cross-region-scope', 'crossRegionScopes', elements.crossRegionScopes);
  many('online-depth', 'onlineDepths', elements.onlineDepths);
  many('person-topic', 'personTopics', elements.personTopics);
  many('company-topic', 'companyTopics', elements.companyTopics);
  many('local-person-topic', 'localPersonTopics', elements.localPersonTopics);
  many('local-company-topic', 'localCompanyTopics', elements.localCompanyTopics);
  many('person-life-stage', 'personLifeStages', elements.personLifeStages);
  many('company-life-stage', 'companyLifeStages', elements.companyLifeStages);
  many('item-tag', 'tags', elements.tags);
}
