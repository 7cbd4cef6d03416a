import type { SeedItem } from '../seed-types.ts';
import { approvalItems } from './approval.ts';
import { automaticItems } from './automatic.ts';
import { civilAffairsItems } from './civil-affairs.ts';
import { housingItems } from './housing.ts';
import { humanResourcesItems } from './human-resources.ts';
import { marketItems } from './market.ts';
import { naturalResourcesItems } from './natural-resources.ts';
import { publicSafetyItems } from './public-safety.ts';

export { widerLicenceTypes } from './licence-types.ts';

/**
 * Further items of the demonstration city, each with questions that lead to its situations, materials and form (GDE-01).
 * Tests of single cases do with the items beside this folder; these make the catalogue as broad as a district's.
 */
export const widerItems: readonly SeedItem[] = [
  ...civilAffairsItems, ...humanResourcesItems, ...marketItems, ...approvalItems, ...housingItems, ...publicSafetyItems, ...automaticItems, ...naturalResourcesItems,
];
