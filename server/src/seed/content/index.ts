import { constructionWaste } from './items/construction-waste.ts';
import { drainageLicence } from './items/drainage-licence.ts';
import { elderlyAllowance } from './items/elderly-allowance.ts';
import { fireworksRetail } from './items/fireworks-retail.ts';
import { foodBusinessLicence } from './items/food-business-licence.ts';
import { labourDispatchBranch } from './items/labour-dispatch-branch.ts';
import { labourDispatchLicence } from './items/labour-dispatch-licence.ts';
import { nurseRegistration } from './items/nurse-registration.ts';
import { outdoorAdvertising } from './items/outdoor-advertising.ts';
import { prepackagedFoodFiling } from './items/prepackaged-food-filing.ts';
import { publicPlaceHygiene } from './items/public-place-hygiene.ts';
import { roadExcavation } from './items/road-excavation.ts';
import { roadFreightLicence } from './items/road-freight-licence.ts';
import { roadOccupation } from './items/road-occupation.ts';
import type { SeedItem } from './seed-types.ts';

export { demoDepartments, districtRegion, getDemoDepartment, type DemoDepartment } from './departments.ts';
export { seedLicenceTypes } from './licence-types.ts';
export { readProcessXml, seedProcesses } from './processes.ts';
export { widerItems, widerLicenceTypes } from './wider/index.ts';
export { toItemElements } from './to-elements.ts';
export type { DepartmentName, LicenceFaceField, SeedForm, SeedItem, SeedLicenceType, SeedProcess } from './seed-types.ts';

/** The items that tests of single cases apply for; `widerItems` make the demonstration city's catalogue complete. */
export const seedItems: readonly SeedItem[] = [
  roadExcavation, roadOccupation, foodBusinessLicence, prepackagedFoodFiling, publicPlaceHygiene, labourDispatchLicence, labourDispatchBranch,
  drainageLicence, constructionWaste, outdoorAdvertising, roadFreightLicence, nurseRegistration, elderlyAllowance, fireworksRetail,
];
