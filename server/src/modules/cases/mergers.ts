import { mergerOf } from '../../kernel/organization/index.ts';

const open = `status IN ('submitted', 'supplementing', 'accepted', 'paused', 'decided')`;
const takesPart = 'participant_paths @> ARRAY[:fromPath::text]';

/**
 * Open cases go on with the successor and bear its name; their record, opinions and notices keep the old one. Closed ones stay as they
 * are, and the successor may read them. What happened is said at each open case afterwards (`noteMerger`).
 */
export const caseMergers = [
  mergerOf({
    name: 'cases.cases', label: '在办办件', count: `SELECT count(*)::int AS count FROM cases."case" WHERE ${open} AND ${takesPart}`,
    before: [
      `INSERT INTO cases.handed_over (merger_id, case_id, noted) SELECT :mergerId::uuid, id, false FROM cases."case" WHERE ${open} AND ${takesPart}`,
      `UPDATE cases."case" SET participant_paths = ARRAY(SELECT DISTINCT unnest(participant_paths || :toPath::text)) WHERE NOT ${open} AND ${takesPart}`,
    ],
    move: `UPDATE cases."case" SET participant_paths = ARRAY(SELECT DISTINCT unnest(participant_paths || :toPath::text)),
      organization_id = CASE WHEN organization_id = :fromId::uuid THEN :toId::uuid ELSE organization_id END, organization_name = CASE WHEN organization_id = :fromId::uuid THEN :toName ELSE organization_name END
      WHERE ${open} AND ${takesPart} RETURNING 1`,
  }),
];
