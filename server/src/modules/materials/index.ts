import { defineModule } from '../../kernel/module/index.ts';
import { catchUpJob, materialsSubscriptions } from './follow-items.ts';
import { materialsInit } from './migrations/20261128-60-materials-init.ts';
import { materialsSubstitution } from './migrations/20261128-61-materials-substitution.ts';
import { materialsPermissions } from './permissions.ts';
import { governanceRoutes } from './routes/governance-routes.ts';
import { guideRoutes } from './routes/guide-routes.ts';
import { libraryRoutes } from './routes/library-routes.ts';

export type { MaterialPlace } from './actions/create-material.ts';
export { importMaterials } from './actions/import-materials.ts';
export { addMaterialFile } from './actions/material-files.ts';
export { addReviewPoint } from './actions/review-points.ts';
export { proposeSubstitution } from './actions/propose-substitution.ts';
export { reviewSubstitution, submitSubstitution } from './actions/change-substitution.ts';
export { materialsEvents } from './events.ts';
export { catchUpWithItems } from './follow-items.ts';
export { materialNameKey } from './material-name.ts';
export { findMaterialsByName, type NamedMaterial } from './queries/find-by-name.ts';
export { resolveStandardCodes, type ResolvedMaterial } from './queries/resolve-codes.ts';
export { describeConditions, findSubstitute, licenceTypesOf, resolveSubstitutes, type Substitute, type Substitutes } from './substitutes.ts';

/** The library of standard materials: mapping, merging, licences that stand for a material, forms and samples (CAT-05, GDE-03). */
export const materials = defineModule({
  name: 'materials', uses: ['catalog', 'licences'], permissions: materialsPermissions, routes: [...libraryRoutes, ...governanceRoutes, ...guideRoutes],
  jobs: [catchUpJob], subscribes: materialsSubscriptions, migrations: [materialsInit, materialsSubstitution],
});
