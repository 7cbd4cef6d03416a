import { describe, expect, it } from 'vitest';
import { seedItems, toItemElements } from '../../../seed/content/index.ts';
import { compareElements, type ApplicationMaterial, type ConditionPoint, type ItemElements, type RuleParameterValue, type RuleSeverity } from '../contract.ts';
import { checkContentOf } from '../check-version.ts';
import { qualityRules } from './registry.ts';
import { buildRuleSet, ownRuleSet, type RuleSet } from './rule-set.ts';
import { runRules } from './run-rules.ts';
import type { Surroundings } from './surroundings.ts';

const seed = (key: string): ItemElements => {
  const item = seedItems.find((one) => one.key === key);
  if (!item) throw new Error(key);
  return toItemElements(item, (department) => `id of ${department}`);
};
const permit = seed('drainage-licence');
const { promisedLimit: _promised, ...withoutPromise } = permit;
const [first, second, ...others] = permit.materials;
if (!first || !second) throw new Error('fixture');

const [firstBasis] = permit.legalBases;
const [firstWindow] = permit.windows;
const [firstResult] = permit.results;
if (!firstBasis || !firstWindow || !firstResult) throw new Error('fixture');
const named = (name: string, type: string): ItemElements => ({ ...permit, results: [{ ...firstResult, name, type }] });
const changed = (material: Partial<ApplicationMaterial>): ItemElements => ({ ...permit, materials: [first, { ...second, ...material }, ...others] });

const withCondition = (condition: string | undefined): ItemElements =>
  ({ ...permit, materials: [{ ...first, reviewPoints: [...first.reviewPoints, { key: 'proof', text: '与登记的信息一致', stage: 'review', ...(condition === undefined ? {} : { condition }) }] }, second, ...others] });

const [firstCondition = ''] = permit.conditions;
const withPoints = (...parts: Partial<ConditionPoint>[]): ItemElements =>
  ({ ...permit, conditionPoints: parts.map((part, index) => ({ key: `point-${index}`, condition: firstCondition, stage: 'review', text: '查询登记信息，与申请表一致。', ...part })) });

type Case = [name: string, elements: ItemElements, rule: string, path: string];

const errors: Case[] = [
  ['处罚没有裁量基准', { ...permit, taskType: '02' }, 'penalties', 'penalties'],
  ['征收没有种类', { ...permit, taskType: '04' }, 'levies', 'levies'],
  ['承诺当场办结而不是即办件', { ...permit, promisedLimit: { days: 0, unit: 'working-day' } }, 'immediate', 'projectType'],
  ['即办件却承诺多日', { ...permit, projectType: '1', specialProcedures: [] }, 'immediate', 'promisedLimit'],
  ['承诺长于法定', { ...permit, promisedLimit: { days: 30, unit: 'working-day' } }, 'promise-within-law', 'promisedLimit'],
  ['没有承诺时限', withoutPromise, 'promised-limit', 'promisedLimit'],
  ['结果是证书而类型不是出证', named('结业证书（副本）', '20'), 'result-type', 'results.0.type'],
  ['结果以证结尾而类型不是出证', named('排水许可证', '30'), 'result-type', 'results.0.type'],
  ['结果以文结尾而类型不是出文', named('准予许可决定文', '10'), 'result-type', 'results.0.type'],
  ['结果是批文而类型是出文', named('项目核准批文', '20'), 'result-type', 'results.0.type'],
  ['结果是批复而类型不是审批办结', named('关于项目的批复', '20'), 'result-type', 'results.0.type'],
  ['结果没有样本', { ...permit, results: permit.results.map(({ sample: _sample, ...result }) => result) }, 'result-sample', 'results.0.sample'],
  ['要到现场而没有原因', { ...permit, visitCount: 1, onlineLevel: '3' }, 'visit-reason', 'visitReason'],
  ['不到现场却有原因', { ...permit, visitReason: '核对原件' }, 'visit-reason', 'visitReason'],
  ['不能网办不到现场又不能快递', { ...permit, onlineAvailable: false, handlingForms: ['1'] }, 'visit-express', 'handlingForms'],
  ['全程网办却要到现场', { ...permit, visitCount: 1, visitReason: '核对原件' }, 'online-level', 'onlineLevel'],
  ['收费而没有项目', { ...permit, charged: true }, 'fees', 'fees'],
  ['不收费却支持网上支付', { ...permit, onlinePayment: true }, 'online-payment', 'onlinePayment'],
  ['可减免没有依据', { ...permit, charged: true, onlinePayment: true, fees: [{ name: '费', standard: '1元', basis: '文件', reducible: true }] }, 'fee-reduction', 'fees.0.reductionBasis'],
  ['咨询与投诉同号', { ...permit, supervisionTelephone: '0826-2000000' }, 'telephone', 'supervisionTelephone'],
  ['电话没有区号', { ...permit, consultationTelephone: '2000000' }, 'area-code', 'consultationTelephone'],
  ['窗口没有写地址', { ...permit, windows: [{ ...firstWindow, address: '无' }] }, 'window-address', 'windows.0.address'],
  ['只有法人却选个人主题', { ...permit, personTopics: ['002'] }, 'topics', 'personTopics'],
  ['面向人群与服务对象不符', { ...permit, audiences: ['person'] }, 'audiences', 'audiences'],
  ['许可没有常见问题', { ...permit, faqs: [] }, 'faq', 'faqs'],
  ['许可流程不足五步', { ...permit, flowSteps: permit.flowSteps.slice(0, 3) }, 'flow-steps', 'flowSteps'],
  ['没有办理流程', { ...permit, flowSteps: [] }, 'flow', 'flowSteps'],
  ['没有救济渠道', { ...permit, reconsideration: '' }, 'remedies', 'reconsideration'],
  ['依据没有条款内容', { ...permit, legalBases: [{ ...firstBasis, clauseContent: '略' }] }, 'legal-basis-content', 'legalBases.0.clauseContent'],
  ['依据已经废止', { ...permit, legalBases: [{ ...firstBasis, lawName: '《中华人民共和国合同法》' }] }, 'legal-basis-repealed', 'legalBases.0.lawName'],
  ['依据并入法典', { ...permit, legalBases: [{ ...firstBasis, lawName: '水污染防治法（2017年修正）' }] }, 'legal-basis-repealed', 'legalBases.0.lawName'],
  ['没有材料也没有说明无需材料', { ...permit, materials: [] }, 'materials', 'materials'],
  ['兜底材料', changed({ name: '其他相关材料' }), 'vague', `materials.${second.key}.name`],
  ['受理标准兜底', changed({ acceptanceStandard: '营业执照在有效期内。视情况补充。' }), 'vague', `materials.${second.key}.acceptanceStandard`],
  ['受理条件兜底', { ...permit, conditions: ['法律、法规规定的其他条件。'] }, 'vague', 'conditions.0'],
  ['审查要点含糊', changed({ reviewPoints: [{ key: 'x', stage: 'review', text: '视情况审查' }] }), 'vague', `materials.${second.key}.reviewPoints.x`],
  ['条件的审查要点含糊', withPoints({ text: '查询登记信息。视情况到现场核对。' }), 'vague', 'conditionPoints.point-0'],
  ['条件的审查要点没有写核对什么', withPoints({ text: ' ' }), 'required-part', 'conditionPoints.point-0.text'],
  ['条件的审查要点没有写核对哪一条', withPoints({ condition: '' }), 'required-part', 'conditionPoints.point-0.condition'],
  ['条件的审查要点标识重复', withPoints({}, { key: 'point-0', text: '与人口信息一致，没有注销。' }), 'review-point-keys', 'conditionPoints'],
  ['条件的审查要点适用的情形已经删除', withPoints({ situations: ['gone'] }), 'point-situation', 'conditionPoints.point-0'],
  ['材料没有审查要点', changed({ reviewPoints: [] }), 'review-points', `materials.${second.key}.reviewPoints`],
  ['申请表没有样表', { ...permit, materials: permit.materials.map(({ sample: _sample, ...material }) => material) }, 'material-sample', 'materials.application-form.sample'],
  ['申请表由申请人不填的表单生成', { ...permit, forms: [...permit.forms, ...permit.forms.map((form) => ({ ...form, key: 'other', name: '另一张表' }))], handling: { ...permit.handling, formKey: 'other' } }, 'material-form-filled', 'materials.application-form.formKey'],
  ['没有指定受理部门', { ...permit, handlingDepartments: permit.handlingDepartments.filter(({ role }) => role !== 'acceptance') }, 'departments', 'handlingDepartments'],
  ['没有流程模型', { ...permit, handling: { mode: 'platform', formKey: 'drainage-application' } }, 'process', 'handling.processKey'],
  ['取消日期早于生效日期', { ...permit, planEffectiveDate: '2026-12-01', planCancelDate: '2026-11-01' }, 'plan-dates', 'planCancelDate'],
  ['情形有死路', { ...permit, questionnaire: { questions: [], situations: [{ key: 'never', name: '不可能', when: [{ question: 'none', options: ['x'] }], notes: [] }] } }, 'guidance-unknown-question', 'questionnaire.situations.never'],
  ['表单不能用', { ...permit, forms: permit.forms.map((form) => ({ ...form, definition: { formatVersion: 1 } })) }, 'form-definition', 'forms.drainage-application.definition'],
  ['表单引用了没有的引导问题', { ...permit, forms: permit.forms.map((form) => ({ ...form, definition: { ...form.definition, parameters: ['guidance'] } })) }, 'form-parameter', 'forms.drainage-application.definition'],
  ['示例样表填得不对', { ...permit, forms: permit.forms.map((form) => ({ ...form, sampleData: { ...form.sampleData, creditCode: '123' } })) }, 'form-sample', 'forms.drainage-application.sampleData.creditCode'],
];

const warnings: Case[] = [
  ['申请表没有空白表格', changed({ type: '2', sample: { kind: 'text', text: '样表' } }), 'material-blank-form', `materials.${second.key}.blankFormFileId`],
  ['受委托组织没有委托部门', { ...permit, departmentType: '3' }, 'entrusting-department', 'entrustingDepartmentName'],
  ['即办件有特别程序', { ...permit, projectType: '1', promisedLimit: { days: 0, unit: 'working-day' } }, 'immediate-special', 'specialProcedures'],
  ['时限单位不同', { ...permit, legalLimit: { days: 20, unit: 'calendar-day' } }, 'same-unit', 'promisedLimit'],
  ['许可以自然日承诺', { ...permit, legalLimit: { days: 20, unit: 'calendar-day' }, promisedLimit: { days: 6, unit: 'calendar-day' } }, 'promise-in-working-days', 'promisedLimit'],
  ['法定时限很长没有出处', { ...permit, legalLimit: { days: 60, unit: 'working-day' } }, 'long-legal-limit', 'legalLimit'],
  ['各步之和超过承诺', { ...permit, promisedLimit: { days: 2, unit: 'working-day' } }, 'flow-days', 'flowSteps'],
  ['条款号不是第几条', { ...permit, legalBases: [{ ...firstBasis, clauseNumber: '见原文' }] }, 'legal-basis-clause', 'legalBases.0.clauseNumber'],
  ['同一条款列了两次', { ...permit, legalBases: [firstBasis, { ...firstBasis, lawName: `《${firstBasis.lawName}》` }] }, 'legal-basis-repeated', 'legalBases.1'],
  ['名称里有空格', { ...permit, name: '城镇污水 排入排水管网许可' }, 'name-spacing', 'name'],
  ['名称用半角括号', { ...permit, name: '排水许可(新办)' }, 'name-punctuation', 'name'],
  ['名称括号不成对', { ...permit, name: '排水许可（新办' }, 'name-punctuation', 'name'],
  ['条件用半角标点', { ...permit, conditions: ['场所固定,面积不小于十平方米。'] }, 'half-width-punctuation', 'conditions.0'],
  ['有的条件没有审查要点核对', { ...withCondition(permit.conditions[0]), conditions: [...permit.conditions, '近三年没有受过处罚。'] }, 'condition-unchecked', `conditions.${permit.conditions.length}`],
  ['要点核对的条件改了名', withCondition('早就删去的条件。'), 'point-condition', `materials.${first.key}.reviewPoints.proof`],
  ['条件的审查要点核对了一条，别的没有', withPoints({}), 'condition-unchecked', 'conditions.1'],
  ['条件的要点核对的条件改了名', withPoints({ condition: '早就删去的条件。' }), 'point-condition', 'conditionPoints.point-0'],
  ['条件的要点不够明确', withPoints({ text: '按有关规定查询登记信息。' }), 'unclear-wording', 'conditionPoints.point-0'],
  ['条件的要点等于没说', withPoints({ text: '真实有效。' }), 'review-point-empty', 'conditionPoints.point-0'],
  ['条件的要点写了两次', withPoints({}, {}), 'review-point-repeated', 'conditionPoints.point-1'],
  ['条件不够明确', { ...permit, conditions: ['场所、人员、设备等条件具备。'] }, 'unclear-wording', 'conditions.0'],
  ['窗口电话格式', { ...permit, windows: [{ ...firstWindow, telephone: '0826-2000000/2000001' }] }, 'window-telephone', 'windows.0.telephone'],
  ['窗口时间没有钟点', { ...permit, windows: [{ ...firstWindow, openingHours: '工作日' }] }, 'window-hours', 'windows.0.openingHours'],
  ['材料重复', { ...permit, materials: [first, second, { ...second, key: 'again' }, ...others] }, 'material-repeated', 'materials.again.name'],
  ['政府核发的证件没有对应证照', changed({ source: '20', type: '1', replacedByLicenceTypes: [] }), 'material-licence', `materials.${second.key}.replacedByLicenceTypes`],
  ['政府核发没有写出具机构', changed({ source: '20', issuingAuthority: ' ' }), 'issuer', `materials.${second.key}.issuingAuthority`],
  ['纸质材料零份', changed({ form: '1', originals: 0, copies: 0 }), 'material-copies', `materials.${second.key}.originals`],
  ['中介材料没有中介服务', changed({ source: '30' }), 'material-intermediary', `materials.${second.key}.source`],
  ['受理标准等于没说', changed({ acceptanceStandard: '真实有效。' }), 'material-standard', `materials.${second.key}.acceptanceStandard`],
  ['审查要点等于没说', changed({ reviewPoints: [{ key: 'x', stage: 'review', text: '材料真实有效。' }] }), 'review-point-empty', `materials.${second.key}.reviewPoints.x`],
  ['审查要点写了两次', changed({ reviewPoints: ['x', 'y'].map((key) => ({ key, stage: 'review', text: '名称与申请表一致。' })) }), 'review-point-repeated', `materials.${second.key}.reviewPoints.y`],
  ['实施编码不对', { ...permit, taskCode: '123' }, 'task-code', 'taskCode'],
  ['结果选无却有证照', named('排水许可', '99'), 'result-none', 'results.0.type'],
  ['签发的证照不在结果里', { ...permit, results: [{ name: '告知书', type: '20', sample: '有' }] }, 'result-licence', 'results'],
];

describe('办事指南质量规则 (CAT-04, CAT-05, GDE-03)', () => {
  it('含糊的审查要点指出是哪一句；没有材料能证明的条件由它自己的要点核对；不同情形可以有一样的要点 (DEC-01)', () => {
    expect(checkContentOf(withPoints({ text: '查询登记信息。视情况到现场核对。' })).find(({ rule }) => rule === 'vague')).toMatchObject({ message: expect.stringContaining('“视情况到现场核对”'), group: 'review-points' });
    const situations = ['a', 'b'].map((key) => ({ key, name: key, when: [], notes: [] }));
    const all = withPoints(...permit.conditions.map((condition) => ({ condition })), { situations: ['a'] }, { situations: ['b'] });
    const found = checkContentOf({ ...all, questionnaire: { questions: [], situations } }).filter(({ rule }) => ['condition-unchecked', 'point-condition', 'point-situation', 'review-point-repeated'].includes(rule));
    expect(found).toEqual([]);
  });

  it.each(errors)('错误：%s', (_name, elements, rule, path) => {
    expect(checkContentOf(elements)).toContainEqual(expect.objectContaining({ rule, path, severity: 'error' }));
  });

  it.each(warnings)('提醒：%s', (_name, elements, rule, path) => {
    expect(checkContentOf(elements)).toContainEqual(expect.objectContaining({ rule, path, severity: 'warning' }));
  });

  it('表单引用标识带连字符的引导问题，写作下划线', () => {
    const asked = (question: string, parameter: string) => checkContentOf({
      ...permit, questionnaire: { questions: [{ key: question, text: '怎样施工？', options: [{ key: 'a', text: '一' }, { key: 'b', text: '二' }] }], situations: [] },
      forms: permit.forms.map((form) => ({ ...form, definition: { ...form.definition, parameters: [parameter] } })),
    }).filter(({ rule }) => rule === 'form-parameter' || rule === 'form-definition');
    expect(asked('work-kind', 'work_kind')).toEqual([]);
    expect(asked('work-kind', 'workkind')).toMatchObject([{ rule: 'form-parameter', mend: expect.stringContaining('下划线') }]);
  });

  it('每个发现都说明怎么改，信息里没有未填的空', () => {
    for (const [, elements] of [...errors, ...warnings]) {
      for (const { message, mend } of checkContentOf(elements)) {
        expect(message).not.toMatch(/[{}]|undefined/);
        expect(mend).toMatch(/[。！]$/);
      }
    }
  });

  it('材料要素和审查要点的发现按所在要素归类', () => {
    const groupOf = (elements: ItemElements, rule: string) => checkContentOf(elements).find((finding) => finding.rule === rule)?.group;
    expect(groupOf(changed({ name: '其他相关材料' }), 'vague')).toBe('materials');
    expect(groupOf({ ...permit, conditions: ['其他条件'] }, 'vague')).toBe('guide');
    expect(groupOf(changed({ reviewPoints: [] }), 'review-points')).toBe('review-points');
    const [situation] = permit.questionnaire?.situations ?? [];
    expect(groupOf({ ...permit, materials: [first], questionnaire: { questions: permit.questionnaire?.questions ?? [], situations: situation ? [situation] : [] } }, 'guidance-dead-end')).toBe('guidance');
  });

  it('一条规则在一处只有一个发现', () => {
    const vagueTwice = { ...permit, conditions: ['其他条件。视情况办理。'] };
    const found = checkContentOf(vagueTwice).filter(({ rule }) => rule === 'vague');
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toContain('“其他条件”');
    expect(found[0]?.message).toContain('“视情况”');
  });
});

describe('规则是数据，城市可以改 (CAT-04)', () => {
  const set = (ruleId: string, setting: { severity?: RuleSeverity; parameters?: Record<string, RuleParameterValue> }) =>
    buildRuleSet([{ ruleId, severity: setting.severity ?? null, parameters: setting.parameters ?? {} }]);
  const rulesOf = (elements: ItemElements, rules: RuleSet) => runRules(elements, rules).map(({ rule, severity }) => `${rule} ${severity}`);

  it('标识不重复，文字齐全，占位符都是参数或者发现的值', () => {
    expect(new Set(qualityRules.map(({ id }) => id)).size).toBe(qualityRules.length);
    for (const rule of qualityRules) {
      for (const text of [rule.title, rule.message, rule.mend, rule.basis]) expect(text.trim()).not.toBe('');
      expect(rule.id).toMatch(/^[a-z][a-z-]+$/);
    }
  });

  it('改严重程度：降为提醒、关闭', () => {
    const elements = { ...permit, faqs: [] };
    expect(rulesOf(elements, ownRuleSet)).toContain('faq error');
    expect(rulesOf(elements, set('faq', { severity: 'warning' }))).toContain('faq warning');
    expect(rulesOf(elements, set('faq', { severity: 'off' })).join()).not.toContain('faq');
  });

  it('改参数：最少个数、词语表、废止的法律', () => {
    expect(rulesOf(permit, set('faq', { parameters: { least: 3 } }))).toContain('faq error');
    expect(rulesOf(permit, set('vague', { parameters: { words: ['排水'] } }))).toContain('vague error');
    expect(rulesOf(permit, set('legal-basis-repealed', { parameters: { laws: ['城镇排水与污水处理条例→某条例'] } }))).toContain('legal-basis-repealed error');
  });

  it('有变化时摘要不同，没有的规则不起作用', () => {
    expect(set('faq', { severity: 'off' }).digest).not.toBe(ownRuleSet.digest);
    expect(set('no-such-rule', { severity: 'off' }).digest).toBe(ownRuleSet.digest);
  });
});

describe('结构检查：引用的东西还在不在 (CAT-04)', () => {
  const mapped: ItemElements = { ...permit, materials: permit.materials.map((material) => ({ ...material, standardCode: 'CL-000001' })) };
  const pathsOf = (surroundings: Surroundings, elements = mapped) => runRules(elements, ownRuleSet, surroundings).map(({ rule, path }) => `${rule} ${path}`);

  it('什么都不知道时不作声', () => {
    expect(pathsOf({})).toEqual(pathsOf({ code: () => undefined, organization: () => undefined, processExists: () => undefined, licenceType: () => undefined }));
  });

  it.each<[string, Surroundings, string]>([
    ['实施主体已撤销', { organization: () => ({ closed: true, creditCode: null }) }, 'organization-closed departmentName'],
    ['实施主体不存在', { organization: () => null }, 'organization-closed departmentName'],
    ['办理部门已撤销', { organization: () => ({ closed: true, creditCode: null }) }, 'handling-department-closed handlingDepartments.0'],
    ['实施主体没有信用代码', { organization: () => ({ closed: false, creditCode: null }) }, 'organization-code departmentName'],
    ['实施主体信用代码不对', { organization: () => ({ closed: false, creditCode: '11511602008778183X' }) }, 'organization-code departmentName'],
    ['代码不在表中', { code: (list) => ({ known: list !== 'task-type', listName: list }) }, 'unknown-code taskType'],
    ['流程模型不存在', { processExists: () => false }, 'process-unknown handling.processKey'],
    ['证照类型不存在', { licenceType: () => null }, 'licence-type-unknown handling.licenceTypeCode'],
    ['证照类型已停用', { licenceType: () => ({ name: '排水许可证', retired: true, formLines: [] }) }, 'licence-type-retired handling.licenceTypeCode'],
    ['申请表没有照面要印的字段', { licenceType: () => ({ name: '排水许可证', retired: false, formLines: [{ label: '泵站', field: 'pumpStation' }] }) }, 'licence-face handling.licenceTypeCode'],
    ['标准材料不存在', { standardMaterial: () => null }, `standard-material-unknown materials.${first.key}.standardCode`],
    ['标准材料已停用', { standardMaterial: () => ({ name: '营业执照', retired: true }) }, `standard-material-retired materials.${first.key}.standardCode`],
    ['有同名事项', { namesakes: ['511A1'] }, 'namesake name'],
    ['循环隶属', { inCycle: true }, 'item-cycle name'],
  ])('%s', (_name, surroundings, found) => expect(pathsOf(surroundings)).toContain(found));
});

describe('版本比较 (CAT-02)', () => {
  it('同一内容没有差异，顺序不同的材料也不算差异', () => {
    expect(compareElements(permit, { ...permit, materials: [...permit.materials].reverse() })).toEqual([]);
  });

  it('材料的增、减、改按材料指出', () => {
    const changed = compareElements(permit, { ...permit, materials: [{ ...first, copies: 3 }, ...others, { ...second, key: 'new-one', name: '新材料' }] });
    expect(changed.map(({ path, kind, label }) => [path, kind, label])).toEqual([
      [`materials.${first.key}`, 'changed', `申请材料 · ${first.name}`], [`materials.${second.key}`, 'removed', `申请材料 · ${second.name}`],
      ['materials.new-one', 'added', '申请材料 · 新材料'],
    ]);
  });

  it('没有的要素变成有，指出新值', () => {
    expect(compareElements(withoutPromise, permit)).toEqual([{ path: 'promisedLimit', label: '承诺办结时限', kind: 'added', after: permit.promisedLimit }]);
  });
});
