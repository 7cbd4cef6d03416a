import { defineErrors } from '../../kernel/errors/index.ts';

export const fail = defineErrors({
  'seals.no-seal': { kind: 'rule-violated', title: '{organization}没有可用的电子印章', detail: '请联系印章管理员制作或启用印章；印章可用后，文书会自动补盖。' },
  'seals.already-active': { kind: 'conflict', title: '该单位已有启用中的同类印章', detail: '请先冻结或注销原印章。' },
});
