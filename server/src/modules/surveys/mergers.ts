import { mergerOf } from '../../kernel/organization/index.ts';

const open = `organization_id = :fromId::uuid AND state = 'open'`;
const set = 'organization_id = :toId::uuid, organization_name = :toName, organization_path = :toPath';

/** Surveys that a department has not confirmed are answered by its successor, beside its own where both were asked. */
export const surveyMergers = [
  mergerOf({
    name: 'surveys.tasks', label: '调研表', count: `SELECT count(*)::int AS count FROM surveys.task WHERE ${open}`,
    before: [
      `UPDATE surveys.subject SET ${set}, revision = revision + 1 WHERE organization_id = :fromId::uuid`,
      `UPDATE surveys.survey SET organization_ids = ARRAY(SELECT DISTINCT unnest(array_replace(organization_ids, :fromId::uuid, :toId::uuid))), revision = revision + 1 WHERE state = 'draft' AND :fromId::uuid = ANY(organization_ids)`,
    ],
    move: `UPDATE surveys.task t SET organization_path = :toPath, revision = revision + 1,
      organization_id = CASE WHEN both_asked.yes THEN t.organization_id ELSE :toId::uuid END, organization_name = CASE WHEN both_asked.yes THEN t.organization_name ELSE :toName END
      FROM (SELECT id, EXISTS (SELECT FROM surveys.task o WHERE o.survey_id = own.survey_id AND o.organization_id = :toId::uuid) AS yes FROM surveys.task own WHERE ${open}) both_asked
      WHERE both_asked.id = t.id RETURNING 1`,
  }),
];
