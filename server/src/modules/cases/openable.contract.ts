import { defineOperation, Id, Type } from '@tongban/contract-kit';

export const listOpenableCases = defineOperation({
  id: 'cases.list-openable-cases', method: 'POST', path: '/api/v1/openable-cases', permission: 'cases.case.view',
  summary: '一批办件中哪些是本人可以打开的；列出办件编号的页面一次问清，打不开的不给链接',
  body: Type.Object({ caseIds: Type.Array(Id, { maxItems: 100 }) }), response: Type.Object({ caseIds: Type.Array(Id) }),
});
