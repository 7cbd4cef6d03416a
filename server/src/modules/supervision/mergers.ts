import { mergerOf } from '../../kernel/organization/index.ts';

const orders = `organization_id = :fromId::uuid AND finished_at IS NULL`;
const signals = `organization_id = :fromId::uuid AND cleared_at IS NULL`;
const unread = `organization_id = :fromId::uuid AND done_at IS NULL`;
const set = 'organization_id = :toId::uuid, organization_name = :toName, organization_path = :toPath';

/** Open orders, signals and cases drawn for a check are the successor's, and so are rules made for the department; what is over keeps the old name. */
export const supervisionMergers = [
  mergerOf({ name: 'supervision.orders', label: '督办单', count: `SELECT count(*)::int AS count FROM supervision.supervision_order WHERE ${orders}`, move: `UPDATE supervision.supervision_order SET ${set}, version = version + 1 WHERE ${orders} RETURNING 1` }),
  mergerOf({
    name: 'supervision.spot-cases', label: '抽查中的办件', count: `SELECT count(*)::int AS count FROM supervision.spot_case WHERE ${unread}`,
    before: [`UPDATE supervision.rule SET ${set} WHERE organization_id = :fromId::uuid`],
    move: `UPDATE supervision.spot_case SET ${set} WHERE ${unread} RETURNING 1`,
  }),
  mergerOf({ name: 'supervision.signals', label: '预警信号', count: `SELECT count(*)::int AS count FROM supervision.signal WHERE ${signals}`, move: `UPDATE supervision.signal SET ${set} WHERE ${signals} RETURNING 1` }),
];
