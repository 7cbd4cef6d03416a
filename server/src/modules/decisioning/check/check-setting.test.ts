import type { ProcessModel, ProcessNode, UserTaskNode } from '@tongban/bpmn-model';
import { describe, expect, it } from 'vitest';
import { automaticItems } from '../../../seed/content/wider/automatic.ts';
import { toItemElements } from '../../../seed/content/index.ts';
import { widerLicenceTypes } from '../../../seed/content/wider/licence-types.ts';
import { automaticRules } from '../../../seed/automation/automatic-rules.ts';
import { seedAutomation } from '../../../seed/automation/settings.ts';
import type { ItemElements } from '../../catalog/contract.ts';
import type { SettingContent } from '../contract.ts';
import { checkSetting, type Surroundings } from './check-setting.ts';
import { pathOf } from './process-path.ts';
import { listResults, resultOf, textsIn } from '../../../kernel/rules/rule-results.ts';

const id = '00000000-0000-7000-8000-000000000001';
const task = (name: string, step: UserTaskNode['step'], more: Partial<UserTaskNode> = {}): UserTaskNode => ({ kind: 'user-task', id: name, name, step, candidates: [], noHandler: 'refuse', ...more });

/** A process that runs through its nodes in their order. */
function line(...nodes: ProcessNode[]): ProcessModel {
  const all: ProcessNode[] = [{ kind: 'start', id: 'Start' }, ...nodes, { kind: 'end', id: 'End' }];
  return { format: 1, id: 'p', nodes: all, flows: all.slice(1).map((node, index) => ({ id: `f${index}`, from: all[index]?.id ?? '', to: node.id })) };
}
const immediate = line(task('受理', 'acceptance'), task('决定', 'decision'), task('送达', 'delivery'));

describe('流程的形状 (DEC-01)', () => {
  it.each([
    ['即办', immediate, ['受理', '决定', '送达']],
    ['一审一核', line(task('受理', 'acceptance'), task('审查', 'review'), task('审核', 'review'), task('决定', 'decision')), ['受理', '审查', '审核', '决定']],
  ])('%s可以由系统走完', (_name, model, steps) => {
    const path = pathOf(model);
    expect(path.ok && path.steps.map(({ name }) => name)).toEqual(steps);
  });

  it.each<[string, ProcessModel, RegExp]>([
    ['会签', line(task('受理', 'acceptance'), task('会审', 'review', { multi: { collection: 'departments.joint' } }), task('决定', 'decision')), /“会审”由多人会签/],
    ['系统任务', line(task('受理', 'acceptance'), { kind: 'service-task', id: 'S', name: '比对', handler: 'x' }, task('决定', 'decision')), /“比对”不是人工环节/],
    ['其他环节', line(task('受理', 'acceptance'), task('公示', 'custom'), task('决定', 'decision')), /“公示”不是受理、审查、决定或者送达/],
    ['先决定后审查', line(task('受理', 'acceptance'), task('决定', 'decision'), task('审查', 'review')), /顺序/],
    ['分支', { ...immediate, flows: [...immediate.flows, { id: 'x', from: '受理', to: 'End' }] }, /“受理”之后有分支/],
    ['定时边界', { ...immediate, nodes: [...immediate.nodes, { kind: 'boundary-timer', id: 'T', name: '超时', host: '受理', interrupting: true, timer: { type: 'duration', value: 'P1D' } }] }, /还有“超时”/],
    ['循环', { ...immediate, flows: immediate.flows.map((flow) => (flow.to === 'End' ? { ...flow, to: '受理' } : flow)) }, /循环/],
  ])('%s点名拒绝', (_name, model, reason) => {
    const path = pathOf(model);
    expect(path.ok ? '' : path.reason).toMatch(reason);
  });
});

const seedItem = automaticItems.find(({ key }) => key === 'business-suspension');
const seedRules = automaticRules.find(({ ruleSet }) => ruleSet.code === 'business-suspension');
const seedSetting = seedAutomation.find(({ itemKey }) => itemKey === 'business-suspension');
if (!seedItem || !seedRules || !seedSetting) throw new Error('seed');
const elements = toItemElements(seedItem, () => id);
const { content } = seedSetting;
const type = widerLicenceTypes.find(({ code }) => code === 'business-suspension');
if (!type) throw new Error('seed');
const { issuer: _issuer, ...licenceType } = { ...type, face: type.face.map((face) => ({ ...face })) };

function around(change: Partial<ItemElements> = {}, more: Partial<Surroundings> = {}): Surroundings {
  return {
    item: { itemId: id, versionId: id, versionNumber: 1, publishedAt: null, elements: { ...elements, ...change } },
    rules: { ruleSetId: id, versionId: id, number: 1, name: '', content: seedRules?.ruleSet.content ?? { inputs: [], decisions: [] } },
    process: immediate, licenceTypes: new Map([['business-suspension', licenceType]]), ...more,
  };
}
const codes = (change: Partial<SettingContent>, surroundings = around(), model: Parameters<typeof checkSetting>[0] = 'automatic') => checkSetting(model, { ...content, ...change }, surroundings).map(({ code, at }) => `${code}@${at}`);
const upload = { key: 'proof', name: '证明', type: '3', form: '3', necessity: '1', source: '10', originals: 1, copies: 0, acceptanceStandard: '清晰', replacedByLicenceTypes: [], fileTypes: [], maxFiles: 1, reviewPoints: [] };

describe('启用检查：一个障碍一条，说明怎么改 (DEC-01, DEC-03)', () => {
  it('示范设置没有障碍', () => expect(codes({})).toEqual([]));

  it.each<[string, string[], Partial<SettingContent>, Surroundings | undefined]>([
    ['事项没有发布', ['item-unpublished@item'], {}, around({}, { item: undefined })],
    ['规则没有在执行', ['rules-missing@ruleSetCode'], { points: content.points.filter(({ by }) => by === 'covered') }, around({}, { rules: undefined })],
    ['没有渠道', ['channels-none@channels'], { channels: [] }, undefined],
    ['规则没有这个结果', ['result-unknown@conclusion'], { conclusion: { decision: '审批结论', value: '准予' } }, undefined],
    ['结果没有这个值', ['result-value@conclusion'], { conclusion: { decision: '办理方式', value: '准予' } }, undefined],
    ['输入没有来源', ['input-unmapped@inputs.歇业月数'], { inputs: content.inputs.filter(({ input }) => input !== '歇业月数') }, undefined],
    ['字段已经删去', ['source-unknown@inputs.歇业月数'], { inputs: content.inputs.map((one) => (one.input === '歇业月数' ? { ...one, source: 'duration' } : one)) }, undefined],
    ['类型不合', ['input-type@inputs.歇业月数'], { inputs: content.inputs.map((one) => (one.input === '歇业月数' ? { ...one, source: 'startsOn' } : one)) }, undefined],
    ['多余的输入', ['input-unknown@inputs.注册资本'], { inputs: [...content.inputs, { input: '注册资本', kind: 'field', source: 'months' }] }, undefined],
    ['要点没有人核对', ['point-unanswered@points.application-form.complete'], { points: [] }, undefined],
    ['要点没有说明', ['point-reason@points.application-form.complete'], { points: content.points.map((one) => ({ ...one, reason: ' ' })) }, undefined],
    ['条件的要点没有人核对', ['point-unanswered@conditionPoints.register'], {}, around({ conditionPoints: [{ key: 'register', stage: 'acceptance', condition: '已经登记。', text: '查询登记信息，状态为存续。' }] })],
    ['事项没有这个条件要点', ['point-unknown@conditionPoints.gone'], { points: [...content.points, { pointKey: 'gone', by: 'covered', reason: '登记机关推送' }] }, undefined],
    ['材料必须上传', ['material-upload@materials.proof'], {}, around({ materials: [...elements.materials, upload] })],
    ['证照期限要人填', ['licence-dates@item'], {}, around({}, { licenceTypes: new Map([['business-suspension', { ...licenceType, validity: 'decided' as const }]]) })],
    ['申请表没有照面要印的字段', ['licence-face@item'], {}, around({}, { licenceTypes: new Map([['business-suspension', { ...licenceType, face: [...licenceType.face, { key: 'pump', label: '泵站', from: 'form.pumpStation' }] }]]) })],
    ['有特别程序', ['special-procedure@item'], {}, around({ specialProcedures: [{ key: 'hearing', name: '听证', kind: 'hearing', days: 10, unit: 'working-day', basis: '法' }] })],
    ['收费', ['fee@item'], {}, around({ charged: true })],
    ['流程有分支', ['process-shape@item'], {}, around({}, { process: { ...immediate, flows: [...immediate.flows, { id: 'x', from: '受理', to: 'End' }] } })],
  ])('%s', (_name, expected, change, surroundings) => expect(codes(change, surroundings)).toEqual(expected));

  it('只由人决定的模型不要求这些', () => {
    const hard = around({ charged: true, materials: [...elements.materials, upload] }, { process: undefined });
    expect(codes({ points: [] }, hard, 'assisted')).toEqual([]);
    expect(codes({ points: [] }, hard, 'pre-check')).toEqual([]);
  });

  it('主动服务要写明找谁、目的和依据', () => {
    expect(codes({}, around(), 'proactive')).toEqual(['finder-missing@finder']);
    const finder = { kind: 'licence-expiring' as const, guidance: [{ question: 'q', option: 'o' }], answers: [{ field: 'no-such', value: '1' }], purpose: ' ', legalBasis: '' };
    expect(codes({ finder }, around(), 'proactive').map((one) => one.split('@')[0])).toEqual(['finder-licence', 'finder-days', 'finder-purpose', 'finder-basis', 'finder-field', 'finder-guidance']);
  });
});

describe('规则结果的名字', () => {
  it('单列按决策名，多列按“决策.列”，是否用字写', () => {
    expect(listResults(seedRules.ruleSet.content)).toEqual([{ name: '问题清单', results: [] }, { name: '办理方式', results: ['自动办理', '转人工'] }]);
    expect([resultOf({ 资格: { 结论: '符合' } }, '资格.结论'), resultOf({ 达标: true }, '达标'), resultOf({}, '达标'), resultOf({ 资格: { 结论: '符合' } }, '资格')]).toEqual(['符合', '是', undefined, undefined]);
    expect([textsIn({ 清单: ['甲', '乙'] }, '清单'), textsIn({ 清单: null }, '清单'), textsIn({}, '清单')]).toEqual([['甲', '乙'], [], []]);
  });
});
