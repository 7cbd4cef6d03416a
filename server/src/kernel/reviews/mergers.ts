import { mergerOf } from '../organization/index.ts';

/** Which process reviews a department's submissions; where the successor has a choice of its own, that one stands. */
export const reviewMergers = [
  mergerOf({
    name: 'reviews.settings', label: '审核流程设置', count: 'SELECT count(*)::int AS count FROM reviews.setting WHERE organization_id = :fromId::text',
    move: `UPDATE reviews.setting s SET organization_id = :toId::text WHERE organization_id = :fromId::text
      AND NOT EXISTS (SELECT FROM reviews.setting o WHERE o.kind = s.kind AND o.task_type = s.task_type AND o.organization_id = :toId::text) RETURNING 1`,
  }),
];
