import { mergerOf } from '../../kernel/organization/index.ts';

const orders = `organization_id = :fromId::uuid AND finished_at IS NULL`;
const signals = `organization_id = :fromId::uuid AND cleared_at IS NULL`;
const set = 'organization_id = :toId::uuid, organization_name = :toName, organization_path = :toPath';

/** Open orders and signals are the successor's; what is over keeps the old name. */
export const supervisionMergers = [
  mergerOf({ name: 'supervision.orders', label: '督办单', count: `SELECT count(*)::int AS count FROM supervision.supervision_order WHERE ${orders}`, move: `UPDATE supervision.supervision_order SET ${set}, version = version + 1 WHERE ${orders} RETURNING 1` }),
  mergerOf({ name: 'supervision.signals', label: '预警信号', count: `SELECT count(*)::int AS count FROM supervision.signal WHERE ${signals}`, move: `UPDATE supervision.signal SET ${set} WHERE ${signals} RETURNING 1` }),
];
