import { mergerOf } from '../organization/index.ts';

const open = `status IN ('open', 'held', 'suspended')`;

/**
 * Open tasks and what running processes know of an organisation go to its successor: its id is replaced wherever it stands, in
 * candidates and variables alike. A step taken in the same instant is told that it is stale.
 */
export const workflowMergers = [
  mergerOf({
    name: 'workflow.tasks', label: '待办任务',
    count: `SELECT count(*)::int AS count FROM workflow.task WHERE ${open} AND (candidates::text LIKE '%' || :fromId::text || '%' OR organization_id = :fromId::text)`,
    before: [
      `UPDATE workflow.instance SET state = replace(state::text, :fromId::text, :toId::text)::jsonb, version = version + 1 WHERE status IN ('running', 'suspended') AND state::text LIKE '%' || :fromId::text || '%'`,
    ],
    move: `UPDATE workflow.task SET candidates = replace(candidates::text, :fromId::text, :toId::text)::jsonb, candidate_keys = ARRAY(SELECT DISTINCT replace(key, :fromId::text, :toId::text) FROM unnest(candidate_keys) AS key),
      organization_id = CASE WHEN organization_id = :fromId::text THEN :toId::text ELSE organization_id END
      WHERE ${open} AND (candidates::text LIKE '%' || :fromId::text || '%' OR organization_id = :fromId::text) RETURNING 1`,
  }),
  mergerOf({
    name: 'workflow.drafts', label: '绘制中的流程', count: `SELECT count(*)::int AS count FROM workflow.draft WHERE organization_path = :fromPath AND state = 'draft'`,
    move: `UPDATE workflow.draft SET organization_path = :toPath, revision = revision + 1 WHERE organization_path = :fromPath AND state = 'draft' RETURNING 1`,
  }),
];
