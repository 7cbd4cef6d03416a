import { defineMigration } from '../../../kernel/db/index.ts';

/** The public browses published items by the stage of a life (CAT-07); an index answers which items a stage has. */
export const catalogLifeStageSearch = defineMigration('20261128-79-catalog-life-stage-search', `
ALTER TABLE catalog.item_search ADD COLUMN life_stages text[] NOT NULL DEFAULT '{}';

UPDATE catalog.item_search s SET life_stages =
  ARRAY(SELECT 'person:' || code FROM jsonb_array_elements_text(v.elements -> 'personLifeStages') AS code)
  || ARRAY(SELECT 'company:' || code FROM jsonb_array_elements_text(v.elements -> 'companyLifeStages') AS code)
FROM catalog.item_version v
WHERE v.id = s.version_id AND (v.elements ? 'personLifeStages' OR v.elements ? 'companyLifeStages');

CREATE INDEX item_search_life_stages ON catalog.item_search USING gin (life_stages) WITH (fastupdate = off);
`);
