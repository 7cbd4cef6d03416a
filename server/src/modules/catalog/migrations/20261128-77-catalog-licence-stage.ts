import { defineMigration } from '../../../kernel/db/index.ts';

/** 事项与证照生命周期的关系 (CAT-07): which step in the life of a licence an item is; found by the licence from any item. */
export const catalogLicenceStage = defineMigration('20261128-77-catalog-licence-stage', `
CREATE INDEX item_version_results ON catalog.item_version USING gin ((elements -> 'results') jsonb_path_ops) WHERE state = 'published';

INSERT INTO kernel.dictionary (code, name) VALUES ('licence-stage', '证照生命周期') ON CONFLICT DO NOTHING;

INSERT INTO kernel.dictionary_entry (dictionary, code, name, sort_order) VALUES
  ('licence-stage', 'issue', '核发', 0), ('licence-stage', 'change', '变更', 1), ('licence-stage', 'renew', '延续', 2),
  ('licence-stage', 'replace', '补发换发', 3), ('licence-stage', 'inspect', '年检年报', 4), ('licence-stage', 'end', '注销', 5)
ON CONFLICT DO NOTHING;
`);
