import { describe, expect, it } from 'vitest';
import { seedItems, toItemElements } from '../../../seed/content/index.ts';
import { compareElements } from '../contract.ts';
import type { ItemElements } from '../contract.ts';
import { checkContentOf } from '../check-version.ts';

const seed = (key: string): ItemElements => {
  const item = seedItems.find((one) => one.key === key);
  if (!item) throw new Error(key);
  return toItemElements(item, (department) => `id of ${department}`);
};
const permit = seed('drainage-licence');
const { promisedLimit: _promised, ...withoutPromise } = permit;
const [first, second, ...others] = permit.materials;
if (!first || !second) throw new Error('fixture');

describe('办事指南质量规则 (CAT-04, GDE-03)', () => {
  it.each<[string, ItemElements, string]>([
    ['承诺当场办结而不是即办件', { ...permit, promisedLimit: { days: 0, unit: 'working-day' } }, 'immediate'],
    ['即办件却承诺多日', { ...permit, projectType: '1', specialProcedures: [] }, 'immediate'],
    ['承诺长于法定', { ...permit, promisedLimit: { days: 30, unit: 'working-day' } }, 'promise-within-law'],
    ['没有承诺时限', withoutPromise, 'promised-limit'],
    ['结果是证书而类型不是出证', { ...permit, results: permit.results.map((result) => ({ ...result, type: '20' })) }, 'result-type'],
    ['结果没有样本', { ...permit, results: permit.results.map(({ sample: _sample, ...result }) => result) }, 'result-sample'],
    ['要到现场而没有原因', { ...permit, visitCount: 1, onlineLevel: '3' }, 'visit-reason'],
    ['全程网办却要到现场', { ...permit, visitCount: 1, visitReason: '核对原件' }, 'online-level'],
    ['收费而没有项目', { ...permit, charged: true }, 'fees'],
    ['不收费却支持网上支付', { ...permit, onlinePayment: true }, 'online-payment'],
    ['可减免没有依据', { ...permit, charged: true, onlinePayment: true, fees: [{ name: '费', standard: '1元', basis: '文件', reducible: true }] }, 'fee-reduction'],
    ['咨询与投诉同号', { ...permit, supervisionTelephone: '0826-2000000' }, 'telephone'],
    ['电话没有区号', { ...permit, consultationTelephone: '2000000' }, 'area-code'],
    ['只有法人却选个人主题', { ...permit, personTopics: ['002'] }, 'topics'],
    ['面向人群与服务对象不符', { ...permit, audiences: ['person'] }, 'audiences'],
    ['许可没有常见问题', { ...permit, faqs: [] }, 'faq'],
    ['许可流程不足五步', { ...permit, flowSteps: permit.flowSteps.slice(0, 3) }, 'flow'],
    ['没有救济渠道', { ...permit, reconsideration: '' }, 'remedies'],
    ['没有材料也没有说明无需材料', { ...permit, materials: [] }, 'materials'],
    ['兜底材料', { ...permit, materials: [first, { ...second, name: '其他相关材料' }, ...others] }, 'vague'],
    ['审查要点含糊', { ...permit, materials: [{ ...first, reviewPoints: [{ key: 'x', stage: 'review', text: '视情况审查' }] }, second, ...others] }, 'vague'],
    ['材料没有审查要点', { ...permit, materials: [first, { ...second, reviewPoints: [] }, ...others] }, 'review-points'],
    ['申请表没有样表', { ...permit, materials: permit.materials.map(({ sample: _sample, ...material }) => material) }, 'material-sample'],
    ['没有指定受理部门', { ...permit, handlingDepartments: permit.handlingDepartments.filter(({ role }) => role !== 'acceptance') }, 'departments'],
    ['没有流程模型', { ...permit, handling: { mode: 'platform', formKey: 'drainage-application' } }, 'process'],
    ['取消日期早于生效日期', { ...permit, planEffectiveDate: '2026-12-01', planCancelDate: '2026-11-01' }, 'plan-dates'],
    ['情形有死路', { ...permit, questionnaire: { questions: [], situations: [{ key: 'never', name: '不可能', when: [{ question: 'none', options: ['x'] }], notes: [] }] } }, 'guidance-unknown-question'],
    ['表单不能用', { ...permit, forms: permit.forms.map((form) => ({ ...form, definition: { formatVersion: 1 } })) }, 'form-definition'],
    ['表单引用了没有的引导问题', { ...permit, forms: permit.forms.map((form) => ({ ...form, definition: { ...form.definition, parameters: ['guidance'] } })) }, 'form-parameter'],
    ['示例样表填得不对', { ...permit, forms: permit.forms.map((form) => ({ ...form, sampleData: { ...form.sampleData, creditCode: '123' } })) }, 'form-sample'],
  ])('%s', (_name, elements, rule) => {
    expect(checkContentOf(elements).filter(({ severity }) => severity === 'error').map((finding) => finding.rule)).toContain(rule);
  });
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
