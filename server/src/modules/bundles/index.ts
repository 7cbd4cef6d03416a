import { defineModule } from '../../kernel/module/index.ts';
import { bundleMergers } from './mergers.ts';
import { bundlesInit } from './migrations/20261128-70-bundles-init.ts';
import { bundlesStanding } from './migrations/20261128-75-bundles-standing.ts';
import { bundlesPermissions } from './permissions.ts';
import { publicBundleRoutes, staffBundleRoutes } from './routes/bundle-routes.ts';

export { addBundles, type EntryPlace } from './actions/add-bundles.ts';
export { claimBundle } from './actions/claim-bundle.ts';
export { createBundleDraft } from './actions/create-draft.ts';
export { reviewBundleVersion } from './actions/review-version.ts';
export { submitBundleVersion } from './actions/submit-version.ts';
export { findEntries as findBundleEntries } from './queries/list-catalogue.ts';
export { listBundlesOfItems } from './queries/bundles-of-items.ts';
export { planPinned, planPublished, type ApplicablePlan } from './queries/plan-for-applying.ts';
export { mergeAnswers, mergedPath, splitAnswers } from './plan/split-answers.ts';
export type { ChosenItem } from './plan/bundle-items.ts';
export type { MergedField } from './plan/merge-forms.ts';
export type { MergedMaterial } from './plan/merge-materials.ts';
export { readBundleProgress, type BundleProgress } from './queries/read-progress.ts';
export { bundleMoved, bundlePublished, bundleRetired } from './events.ts';
export { checkBundle } from './plan/check-bundle.ts';
export { planBundle, type BundlePlan } from './plan/plan-bundle.ts';

/** 一件事: catalogue, configuration and guide of bundles (BDL-01). */
export const bundles = defineModule({
  name: 'bundles', uses: ['catalog', 'guidance'], mergers: bundleMergers, permissions: bundlesPermissions, routes: [...publicBundleRoutes, ...staffBundleRoutes], migrations: [bundlesInit, bundlesStanding],
});
