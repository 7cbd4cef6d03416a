import { defineMigration } from '../../../kernel/db/index.ts';

/** Remarks on versions are kept with those on everything else that is reviewed (CAT-03). */
export const catalogCommentsMoved = defineMigration('20261128-79-catalog-comments-moved', `
INSERT INTO reviews.comment (id, subject_type, subject_id, thread_id, path, text, author_id, author_name, created_at, resolved_at, resolved_by_name)
SELECT id, 'item-version', version_id::text, thread_id, element_path, text, author_id, author_name, created_at, resolved_at, resolved_by_name FROM catalog.version_comment;

DROP TABLE catalog.version_comment;
`);
