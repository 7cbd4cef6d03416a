import { defineMigration } from '../../../kernel/db/index.ts';

/** A published bundle stays published while a new version is made; reviews for the versions that wait for one (BDL-01). */
export const bundlesStanding = defineMigration('20261128-75-bundles-standing', `
ALTER TABLE bundles.bundle ADD COLUMN renewal text CHECK (renewal IN ('draft', 'in-review'));

UPDATE bundles.bundle SET renewal = CASE WHEN state IN ('draft', 'in-review') THEN state END, state = 'published' WHERE published_version_id IS NOT NULL;

-- A draft that was left open when its bundle was retired.
UPDATE bundles.bundle_version v SET state = 'retired', revision = v.revision + 1
FROM bundles.bundle b WHERE b.id = v.bundle_id AND b.state = 'retired' AND v.state IN ('draft', 'in-review');

INSERT INTO reviews.review (id, kind, subject_type, subject_id, title, state, submitted_by_id, submitted_by_name, started_at)
SELECT gen_random_uuid(), 'bundle', 'bundle-version', v.id::text, b.name, 'open', coalesce(v.submitted_by_id, ''), coalesce(v.submitted_by_name, ''), v.saved_at
FROM bundles.bundle_version v JOIN bundles.bundle b ON b.id = v.bundle_id WHERE v.state = 'in-review';
`);
