import { parseProcess } from '@tongban/bpmn-model';
import { compile } from '@tongban/expressions';
import { checkUnifiedSocialCreditCode } from '@tongban/identifiers';
import { listFields } from '@tongban/form-model';
import { describe, expect, it } from 'vitest';
import { builtInDictionaries } from '../../kernel/dictionary/index.ts';
import { checkContentOf, checkQuestionnaire } from '../../modules/catalog/index.ts';
import {
  demoDepartments, readProcessXml, seedItems as coreItems, seedLicenceTypes as coreTypes, seedProcesses, toItemElements, widerItems, widerLicenceTypes,
} from './index.ts';

const seedItems = [...coreItems, ...widerItems];
const seedLicenceTypes = [...coreTypes, ...widerLicenceTypes];


const elementsOf = (item: (typeof seedItems)[number]) => toItemElements(item, (department) => `organization-of-${department}`);

describe('示范事项', () => {
  it('编码和名称不重复', () => {
    expect(seedLicenceTypes.map(({ typeCode }) => typeCode)).toHaveLength(new Set(seedLicenceTypes.map(({ typeCode }) => typeCode)).size);
    for (const key of ['key'] as const) expect(new Set(seedItems.map((item) => item[key])).size).toBe(seedItems.length);
    expect(new Set(seedItems.map(({ elements }) => elements.localTaskCode)).size).toBe(seedItems.length);
    expect(new Set(seedItems.map(({ elements }) => elements.name)).size).toBe(seedItems.length);
  });

  it.each(seedItems.map((item) => [item.elements.name, item] as const))('%s 通过办事指南质量检查 (CAT-04, GDE-02, GDE-03)', (_name, item) => {
    expect(checkContentOf(elementsOf(item)).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each(seedItems.map((item) => [item.elements.name, item] as const))('%s 的流程、证照、复用证照和代码都存在', (_name, item) => {
    const { handling, materials, personTopics, companyTopics, specialProcedures } = item.elements;
    expect(seedProcesses.map(({ key, version }) => `${key}@${version}`)).toContain(`${handling.processKey}@${handling.processVersion}`);
    const licences = seedLicenceTypes.map(({ code }) => code);
    if (handling.licenceTypeCode !== undefined) expect(licences).toContain(handling.licenceTypeCode);
    for (const code of materials.flatMap(({ replacedByLicenceTypes }) => replacedByLicenceTypes)) expect(licences).toContain(code);
    const codesOf = (list: string) => builtInDictionaries.find(({ code }) => code === list)?.entries.map(([code]) => code) ?? [];
    for (const code of personTopics) expect(codesOf('person-topic')).toContain(code);
    for (const code of companyTopics) expect(codesOf('company-topic')).toContain(code);
    for (const { kind } of specialProcedures) expect(codesOf('special-procedure')).toContain(kind);
  });

  it('每个事项都说明在个人或者企业的哪个阶段会办 (CAT-07)', () => {
    const silent = seedItems.filter(({ elements: { personLifeStages = [], companyLifeStages = [] } }) => personLifeStages.length + companyLifeStages.length === 0);
    expect(silent.map(({ key }) => key)).toEqual([]);
  });

  it('证照面的表单字段在使用它的表单里都有', () => {
    for (const item of seedItems) {
      const licence = seedLicenceTypes.find(({ code }) => code === item.elements.handling.licenceTypeCode);
      const fields = new Set(item.forms.flatMap(({ definition }) => listFields(definition).map(({ id }) => id)));
      const used = (licence?.face ?? []).map(({ from }) => from).filter((from) => from.startsWith('form.')).map((from) => from.slice(5));
      expect({ item: item.key, missing: used.filter((id) => !fields.has(id)) }).toEqual({ item: item.key, missing: [] });
    }
  });

  it('涵盖即办件、并联加特别程序、情形差异、证照复用、企业代办、个人代办', () => {
    const elements = seedItems.map((item) => item.elements);
    expect(elements.filter(({ projectType }) => projectType === '1')).not.toEqual([]);
    expect(elements.filter(({ handling, specialProcedures }) => handling.processKey === 'joint-review' && specialProcedures.length > 0)).not.toEqual([]);
    expect(elements.filter(({ materials }) => materials.filter(({ when }) => when).length >= 3)).not.toEqual([]);
    expect(elements.filter(({ materials }) => materials.some(({ replacedByLicenceTypes }) => replacedByLicenceTypes.length > 0))).not.toEqual([]);
    expect(elements.filter(({ agentAllowed, audiences }) => agentAllowed && audiences.includes('person'))).not.toEqual([]);
  });

  it('五十个以上事项有真正要回答的问题，每条路径都到达一种情形 (GDE-01, GDE-02)', () => {
    const asking = seedItems.filter(({ elements }) => (elements.questionnaire?.questions.length ?? 0) > 0);
    expect(asking.length).toBeGreaterThanOrEqual(50);
    for (const { elements } of asking) expect((elements.questionnaire?.situations.length ?? 0)).toBeGreaterThanOrEqual(2);
  });

  it('引导的全部路径都走得通', () => {
    const paths = seedItems.map((item) => {
      const { questionnaire, materials } = item.elements;
      if (!questionnaire) throw new Error(item.key);
      return checkQuestionnaire({ questionnaire, materials, formKeys: item.forms.map(({ key }) => key) });
    });
    expect(paths.flatMap(({ faults }) => faults)).toEqual([]);
    expect(Math.max(...paths.map(({ pathCount }) => pathCount))).toBeGreaterThan(10);
  });
});

describe('示范流程', () => {
  // `application` is what the rules of a step see of the form.
  const variables = ['departments', 'flags', 'department', 'application'];
  const checkExpression = (source: string) => {
    const result = compile(source, { names: Object.fromEntries(variables.map((name) => [name, 'any' as const])) });
    return result.ok ? undefined : result.problems.map(({ message }) => message).join('；');
  };

  it.each(seedProcesses.map((process) => [process.name, process] as const))('%s 可以执行，且依次有受理、决定、送达', async (_name, process) => {
    const result = await parseProcess(await readProcessXml(process), { checkExpression });
    expect(result.ok ? [] : result.problems).toEqual([]);
    if (!result.ok) return;
    expect(result.process.id).toBe(process.key);
    const steps = result.process.nodes.flatMap((node) => (node.kind === 'user-task' ? [node.step] : []));
    expect(steps).toEqual(expect.arrayContaining(['acceptance', 'decision', 'delivery']));
  });

  it('引用约定之外的变量会被指出', () => {
    expect(checkExpression('unknownVariable = 1')).toMatch('unknownVariable');
  });
});

describe('示范部门', () => {
  it.each(demoDepartments.map(({ name, code }) => [name, code] as const))('%s 的统一社会信用代码有效', (_name, code) => {
    expect(checkUnifiedSocialCreditCode(code).ok).toBe(true);
  });
});
