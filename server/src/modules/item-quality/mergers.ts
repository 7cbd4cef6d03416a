import { mergerOf } from '../../kernel/organization/index.ts';

const open = 'organization_id = :fromId::uuid AND finished_at IS NULL';
const set = 'organization_id = :toId::uuid, organization_name = :toName, organization_path = :toPath';

/** Findings and open rectifications of a department's items go with the items. */
export const itemQualityMergers = [
  mergerOf({
    name: 'item-quality.rectifications', label: '事项质量整改单', count: `SELECT count(*)::int AS count FROM item_quality.rectification WHERE ${open}`,
    before: [`UPDATE item_quality.item_check SET ${set} WHERE organization_id = :fromId::uuid AND active`],
    move: `UPDATE item_quality.rectification SET ${set}, version = version + 1 WHERE ${open} RETURNING 1`,
  }),
];
