import { defineMigration } from '../../../kernel/db/index.ts';

/** Which item versions that are in force, or may come to be, use a process (WFL-01). */
export const catalogProcessUses = defineMigration('20261129-41-catalog-process-uses', `
CREATE INDEX item_version_process ON catalog.item_version ((elements #>> '{handling,processKey}'), id)
  WHERE state IN ('draft', 'in-review', 'approved', 'published') AND elements #>> '{handling,processKey}' IS NOT NULL;
`);
