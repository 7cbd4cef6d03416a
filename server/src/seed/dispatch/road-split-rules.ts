import { dispatchContent, inputOf } from '../../modules/dispatch/index.ts';
import type { SeedRuleSet } from '../rules/seed-rule-set.ts';

const excavation = { 事项: '挖掘城市道路审批', 引导: { traffic: 'part', part: null } };
const occupation = { 事项: '临时占用城市道路审批', 引导: { traffic: null, part: 'lane' } };

/** Which departments review works on a road beside 区住建局: the traffic police where traffic is touched, transport where a road is closed. */
export const roadSplitRules: SeedRuleSet = {
  department: '区住建局',
  ruleSet: {
    code: 'dispatch-split-road-works', name: '道路施工的联办部门', description: '按是否影响交通，决定挖掘、占用道路由哪些部门并联审查。',
    legalBasis: '《中华人民共和国道路交通安全法》第三十二条：影响交通安全的，还应当征得公安机关交通管理部门的同意',
    content: dispatchContent('split', [inputOf('事项'), inputOf('引导', ['traffic', 'part'])], [
      { id: 'c-item', expression: '事项' }, { id: 'c-traffic', expression: '引导.traffic', label: '施工占用车道', type: 'text', optional: true },
      { id: 'c-part', expression: '引导.part', label: '占用的部位', type: 'text', optional: true },
    ], [
      { id: 'r1', inputs: ['"挖掘城市道路审批"', '"none"', '-'], outputs: ['"区公安分局"', 'false'], annotation: '不占用车道，不影响交通安全，不需要公安交管部门审查' },
      { id: 'r2', inputs: ['"挖掘城市道路审批"', '"full"', '-'], outputs: ['"区交通运输局"', 'true'], annotation: '封闭道路，公交和客运线路需要调整' },
      { id: 'r3', inputs: ['"临时占用城市道路审批"', '-', '"sidewalk"'], outputs: ['"区公安分局"', 'false'], annotation: '只占用人行道，不需要公安交管部门审查' },
    ]),
    testCases: [
      { id: 't1', name: '不占用车道，公安不参加', inputs: { ...excavation, 引导: { traffic: 'none', part: null } }, expected: { 参加部门: [{ 机构: '区公安分局', 参加: false }] } },
      { id: 't2', name: '封闭道路，交通运输参加', inputs: { ...excavation, 引导: { traffic: 'full', part: null } }, expected: { 参加部门: [{ 机构: '区交通运输局', 参加: true }] } },
      { id: 't3', name: '占用部分车道，按事项设置', inputs: excavation, expected: { 参加部门: [] } },
      { id: 't4', name: '只占人行道，公安不参加', inputs: { ...occupation, 引导: { traffic: null, part: 'sidewalk' } }, expected: { 参加部门: [{ 机构: '区公安分局', 参加: false }] } },
    ],
  },
};
