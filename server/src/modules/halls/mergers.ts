import { mergerOf } from '../../kernel/organization/index.ts';

const services = `kind = 'organization' AND target_id = :fromId::uuid`;

/** Windows that took the department's items take its successor's; who sits where stays. */
export const hallMergers = [
  mergerOf({
    name: 'halls.queues', label: '大厅队列和窗口的业务', count: `SELECT count(*)::int AS count FROM halls.queue_service WHERE ${services}`,
    before: [`INSERT INTO halls.queue_service (queue_id, hall_id, kind, target_id, name) SELECT queue_id, hall_id, kind, :toId::uuid, :toName FROM halls.queue_service WHERE ${services} ON CONFLICT DO NOTHING`,
      'UPDATE halls.hall SET organization_id = :toId::uuid, organization_path = :toPath WHERE organization_id = :fromId::uuid'],
    move: `DELETE FROM halls.queue_service WHERE ${services} RETURNING 1`,
  }),
];
