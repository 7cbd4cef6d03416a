import { Code, DateOnly, DateTime, defineOperation, Id, Text, Type, type Static } from '@tongban/contract-kit';

const edited = 'stuck-matters.settings.edit';

export const MatterSettings = Type.Object({
  /** Working days of an assignment that names no limit. */
  limitDays: Type.Integer({ minimum: 1, maximum: 60 }),
  /** Red card when the limit has passed by this share of it, percent. */
  redPercent: Type.Integer({ minimum: 10, maximum: 500 }),
  /** Working days in which the citizen's word is awaited; then the matter closes without one. */
  wordDays: Type.Integer({ minimum: 1, maximum: 60 }),
});
export type MatterSettings = Static<typeof MatterSettings>;

export const getMatterSettings = defineOperation({
  id: 'stuck-matters.get-settings', method: 'GET', path: '/api/v1/stuck-matter-settings', permission: 'stuck-matters.matter.view', summary: '办理期限、红牌和等待评价的天数', response: MatterSettings,
});

export const saveMatterSettings = defineOperation({
  id: 'stuck-matters.save-settings', method: 'PUT', path: '/api/v1/stuck-matter-settings', permission: edited, summary: '设置办理期限、红牌和等待评价的天数，对之后的分派和审核有效',
  body: MatterSettings, response: MatterSettings,
});

export const matterLists = ['reason', 'cause'] as const;
export const MatterListName = Code(matterLists);
export type MatterListName = Static<typeof MatterListName>;

export const CodedEntry = Type.Object({ code: Type.String(), name: Type.String(), active: Type.Boolean() });
export type CodedEntry = Static<typeof CodedEntry>;

export const listReasons = defineOperation({
  id: 'stuck-matters.list-reasons', method: 'GET', path: '/api/v1/stuck-matter-reasons', permission: 'public', summary: '反映办不成事的原因，供选择', response: Type.Object({ items: Type.Array(CodedEntry) }),
});

export const listCauses = defineOperation({
  id: 'stuck-matters.list-causes', method: 'GET', path: '/api/v1/stuck-matter-causes', permission: 'stuck-matters.matter.view', summary: '办结时认定的根本原因，供选择', response: Type.Object({ items: Type.Array(CodedEntry) }),
});

export const saveListEntry = defineOperation({
  id: 'stuck-matters.save-list-entry', method: 'PUT', path: '/api/v1/stuck-matter-lists/:list/:code', permission: edited, summary: '新增、改名或停用一个反映原因、根本原因',
  params: Type.Object({ list: MatterListName, code: Text(40, { minLength: 2, pattern: '^[a-z][a-z0-9-]*$' }) }),
  body: Type.Object({ name: Text(60, { minLength: 2 }), active: Type.Boolean() }), response: CodedEntry,
});

export const DutyDay = Type.Object({
  on: DateOnly, directorId: Id, directorName: Type.String(), organizationName: Type.String(), place: Type.String(), note: Type.String(),
  /** Matters put to the director for that day. */
  matters: Type.Integer(), savedByName: Type.String(), savedAt: DateTime,
});
export type DutyDay = Static<typeof DutyDay>;

const dutyParams = Type.Object({ on: DateOnly });

export const listDuty = defineOperation({
  id: 'stuck-matters.list-duty', method: 'GET', path: '/api/v1/stuck-matter-duty', permission: 'stuck-matters.matter.view', summary: '局长进大厅值班表，最多三个月',
  query: Type.Object({ from: DateOnly, to: DateOnly }), response: Type.Object({ items: Type.Array(DutyDay), canEdit: Type.Boolean() }),
});

export const saveDuty = defineOperation({
  id: 'stuck-matters.save-duty', method: 'PUT', path: '/api/v1/stuck-matter-duty/:on', permission: 'stuck-matters.duty.edit', summary: '排定某一天进大厅的局长',
  params: dutyParams, body: Type.Object({ directorId: Id, place: Text(100), note: Text(200) }), response: DutyDay,
});

export const removeDuty = defineOperation({
  id: 'stuck-matters.remove-duty', method: 'DELETE', path: '/api/v1/stuck-matter-duty/:on', permission: 'stuck-matters.duty.edit', status: 204, summary: '取消某一天的值班；已经交办的不受影响', params: dutyParams,
});
