import { dispatchContent, inputOf } from '../../modules/dispatch/index.ts';
import type { SeedRuleSet } from '../rules/seed-rule-set.ts';

const online = { 渠道: '网上', 待办数: 3 };
const byProcess = { 去向: { 机构: null, 岗位: null, 人员: null, 分派: '按流程' } };

/** Applications to 区综合执法局: shared out among its clerks, and to the general window of the district while they are swamped. */
export const urbanAcceptanceRules: SeedRuleSet = {
  department: '区综合执法局',
  ruleSet: {
    code: 'dispatch-acceptance-urban', name: '综合执法事项的受理分发', description: '网上申请分给待办最少的受理人员；窗口积压时由区行政审批局综合窗口支援。', legalBasis: '',
    content: dispatchContent('acceptance', [inputOf('渠道'), inputOf('待办数')], [{ id: 'c-channel', expression: '渠道' }, { id: 'c-waiting', expression: '待办数' }], [
      { id: 'r1', inputs: ['"网上", "移动端"', '>= 30'], outputs: ['"区行政审批局"', '"窗口受理岗"', 'null', '"待办最少"'], annotation: '积压 30 件以上，综合窗口支援受理' },
      { id: 'r2', inputs: ['"网上", "移动端"', '< 30'], outputs: ['null', '"窗口受理岗"', 'null', '"待办最少"'], annotation: '网上申请分给待办最少的受理人员' },
    ]),
    testCases: [
      { id: 't1', name: '平时', inputs: online, expected: { 去向: { 机构: null, 岗位: '窗口受理岗', 人员: null, 分派: '待办最少' } } },
      { id: 't2', name: '积压三十件', inputs: { ...online, 待办数: 30 }, expected: { 去向: { 机构: '区行政审批局', 岗位: '窗口受理岗', 人员: null, 分派: '待办最少' } } },
      { id: 't3', name: '窗口收的件留在窗口', inputs: { ...online, 渠道: '窗口' }, expected: byProcess },
    ],
  },
};

/** Reviews of 区综合执法局: what stands on roofs and columns is looked at by the second reviewer from the start. */
export const urbanApprovalRules: SeedRuleSet = {
  department: '区综合执法局',
  ruleSet: {
    code: 'dispatch-approval-urban', name: '综合执法事项的审批分发', description: '楼顶、立柱广告涉及结构安全，书面审查由审核岗办理。', legalBasis: '',
    content: dispatchContent('approval', [inputOf('事项'), inputOf('环节'), inputOf('情形编码')], [
      { id: 'c-item', expression: '事项' }, { id: 'c-step', expression: '环节' }, { id: 'c-situation', expression: '情形编码' },
    ], [
      { id: 'r1', inputs: ['"设置大型户外广告审批"', '"书面审查"', '"structure"'], outputs: ['null', '"审核岗"', 'null', '"共同待办"'], annotation: '楼顶、立柱广告涉及结构安全，由审核岗审查' },
    ]),
    testCases: [
      { id: 't1', name: '立柱广告', inputs: { 事项: '设置大型户外广告审批', 环节: '书面审查', 情形编码: 'structure' }, expected: { 去向: { 机构: null, 岗位: '审核岗', 人员: null, 分派: '共同待办' } } },
      { id: 't2', name: '附着式广告按流程', inputs: { 事项: '设置大型户外广告审批', 环节: '书面审查', 情形编码: 'wall' }, expected: byProcess },
    ],
  },
};
