import { mergerOf } from '../../kernel/organization/index.ts';

const open = `organization_id = :fromId::uuid AND state NOT IN ('closed', 'excluded')`;

/** Rectifications that are not closed are the successor's. */
export const ratingMergers = [
  mergerOf({
    name: 'ratings.rectifications', label: '差评整改', count: `SELECT count(*)::int AS count FROM ratings.rectification WHERE ${open}`,
    move: `UPDATE ratings.rectification SET organization_id = :toId::uuid, organization_path = :toPath, version = version + 1 WHERE ${open} RETURNING 1`,
  }),
];
