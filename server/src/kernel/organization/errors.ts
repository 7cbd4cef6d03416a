import { defineErrors } from '../errors/index.ts';

/** Refusals about organisations and staff. */
export const fail = defineErrors({
  'organization.name-taken': { kind: 'conflict', title: '本地区已有同名机构“{name}”', detail: '请核对是否重复；确为不同机构的，请使用能区分的全称。' },
  'organization.code-taken': { kind: 'conflict', title: '机构编码“{code}”已被使用', detail: '请核对编码。' },
  'organization.unknown-region': { kind: 'invalid', title: '行政区划不存在', detail: '请从行政区划列表中选择。' },
  'organization.moves-below-itself': { kind: 'rule-violated', title: '上级机构不能是本机构或其下级', detail: '请选择其他上级机构。' },
  'organization.not-empty': { kind: 'rule-violated', title: '机构下还有{what}', detail: '请先将其调整到其他机构，再撤销本机构。' },
  'organization.merges-into-itself': { kind: 'rule-violated', title: '不能并入本机构或其下级', detail: '请选择其他承接机构。' },
  'organization.has-units': { kind: 'rule-violated', title: '机构下还有下级机构', detail: '请先把下级机构调整到承接机构之下，再合并。' },
  'organization.closed': { kind: 'rule-violated', title: '机构已撤销', detail: '请选择存续的机构。' },
  'organization.bad-name': { kind: 'invalid', title: '姓名不符合要求', detail: '{message}' },
  'organization.unknown-post': { kind: 'invalid', title: '岗位不存在', detail: '请从岗位列表中选择。' },
});
