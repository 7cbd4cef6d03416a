import { defineErrors } from '../errors/index.ts';

/** Refusals about roles (三员分立, ORG-04). */
export const fail = defineErrors({
  'access.administrators-exclude-each-other': {
    kind: 'rule-violated', title: '系统管理员、安全管理员、审计管理员不能由同一人担任', detail: '该人员已是{held}；请改由其他人员担任，或先收回原角色。',
  },
  'access.administrator-without-business': {
    kind: 'rule-violated', title: '三员不能兼任业务角色', detail: '该人员已是{held}，不能再授予“{role}”；请改由其他人员担任，或先收回原角色。',
  },
  'access.business-role-with-administration': {
    kind: 'rule-violated', title: '业务角色不能包含管理权限“{permission}”', detail: '管理权限只属于对应的管理员，请去掉后保存。',
  },
  'access.administrator-role-with-other-permission': {
    kind: 'rule-violated', title: '“{role}”不能包含权限“{permission}”', detail: '三员各自只能持有本员的管理权限，请去掉后保存。',
  },
  'access.own-roles': { kind: 'rule-violated', title: '不能给自己授予或收回角色', detail: '请由另一位安全管理员操作。' },
  'access.unknown-permission': { kind: 'invalid', title: '权限“{permission}”不存在', detail: '请从权限列表中选择。' },
  'access.role-exists': { kind: 'conflict', title: '角色编码“{code}”已存在', detail: '请换一个编码。' },
  'access.role-not-found': { kind: 'not-found', title: '没有找到这个角色', detail: '请从角色列表中选择。' },
  'access.already-assigned': { kind: 'conflict', title: '该人员已有这个角色和数据范围', detail: '无需重复授予。' },
  'access.assignment-not-found': { kind: 'not-found', title: '没有找到这项授权', detail: '它可能已被收回，请刷新查看。' },
  'access.incomplete-scope': { kind: 'invalid', title: '数据范围不完整', detail: '按地区授权请选择地区，按机构授权请选择机构。' },
  'access.administrator-needs-all': { kind: 'invalid', title: '“{role}”的数据范围应为全部', detail: '审计与授权不能按地区或机构拆分，请选择“全部”。' },
});
