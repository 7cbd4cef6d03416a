import { defineMigration } from '../../../kernel/db/index.ts';

/** Which published items of a region have to do with a licence, whichever (CAT-07); few of a list that was imported have. */
export const catalogLicenceItems = defineMigration('20261128-80-catalog-licence-items', `
CREATE INDEX item_version_licence_region ON catalog.item_version ((elements ->> 'regionCode'))
  WHERE state = 'published' AND jsonb_path_exists(elements -> 'results', '$[*].licenceTypeCode');
`);
