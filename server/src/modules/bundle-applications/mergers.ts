import { mergerOf } from '../../kernel/organization/index.ts';

/** The successor sees and leads the applications in which the department took part. */
export const bundleApplicationMergers = [
  mergerOf({
    name: 'bundle-applications.applications', label: '一件事申请', count: 'SELECT count(*)::int AS count FROM bundle_applications.application WHERE participant_paths @> ARRAY[:fromPath::text]',
    move: `UPDATE bundle_applications.application SET participant_paths = ARRAY(SELECT DISTINCT unnest(participant_paths || :toPath::text)), organization_path = CASE WHEN organization_path = :fromPath THEN :toPath ELSE organization_path END
      WHERE participant_paths @> ARRAY[:fromPath::text] RETURNING 1`,
  }),
];
