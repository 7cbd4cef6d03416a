import { dictionaryMigrations } from '../../kernel/dictionary/index.ts';
import { defineModule } from '../../kernel/module/index.ts';
import { applyPlanDatesJob } from './actions/apply-plan-dates.ts';
import { bulkChangeJob } from './bulk/run-bulk-change.ts';
import { indexItemsJob } from './jobs/index-items.ts';
import { refreshPopularityJob } from './jobs/refresh-popularity.ts';
import { catalogMessages } from './messages.ts';
import { catalogInit } from './migrations/20261121-50-catalog-init.ts';
import { catalogItemUse } from './migrations/20261121-51-catalog-item-use.ts';
import { catalogStructure } from './migrations/20261128-50-catalog-structure.ts';
import { catalogReview } from './migrations/20261128-53-catalog-review.ts';
import { catalogManagement } from './migrations/20261128-54-catalog-management.ts';
import { catalogReindex } from './migrations/20261128-54-catalog-reindex.ts';
import { catalogQualitySettings } from './migrations/20261128-63-catalog-quality-settings.ts';
import { catalogItemClosed } from './migrations/20261128-58-catalog-item-closed.ts';
import { catalogGuidanceConfirmation } from './migrations/20261128-73-catalog-guidance-confirmation.ts';
import { catalogCommentsMoved } from './migrations/20261128-79-catalog-comments-moved.ts';
import { catalogLicenceStage } from './migrations/20261128-77-catalog-licence-stage.ts';
import { catalogLifeStageSearch } from './migrations/20261128-79-catalog-life-stage-search.ts';
import { catalogListedItem } from './migrations/20261128-66-catalog-listed-item.ts';
import { catalogListVector } from './migrations/20261128-65-catalog-list-vector.ts';
import { catalogPermissions } from './permissions.ts';
import { managementRoutes } from './routes/management-routes.ts';
import { publicRoutes } from './routes/public-routes.ts';
import { staffRoutes } from './routes/staff-routes.ts';

export { itemMoved, itemPublished, itemRetired, versionGivenUp, versionSaved } from './events.ts';
export { getPinnedVersion, getPublishedItem, type PinnedVersion } from './queries/get-pinned-version.ts';
export { listChangedItems, readItemContents, type ItemContent, type VersionContent } from './queries/item-content.ts';
export { listHandlingItemNames } from './queries/get-item-detail.ts';
export { getVersionRecord } from './queries/get-version-record.ts';
export { listVersions as listVersionsOf } from './queries/list-versions.ts';
export { findItemPlace } from './queries/find-item-place.ts';
export { findPublishedItems } from './queries/find-published-items.ts';
export { listSimilarItems, type SimilarItem } from './queries/similar-items.ts';
export { countItems, type ItemCounts } from './queries/count-items.ts';
export { getForm } from './get-form.ts';
export { applyIncomingElements, startIncoming } from './actions/apply-incoming-elements.ts';
export { closeItem } from './actions/close-item.ts';
export { createItem, startItem } from './actions/create-item.ts';
export { inheritFrom } from './actions/inherit-from.ts';
export { mapMaterials, type MaterialMapping } from './actions/map-materials.ts';
export { publishVersion } from './actions/publish-version.ts';
export { reviewVersion } from './actions/review-version.ts';
export { submitVersion } from './actions/submit-version.ts';
export { recordItemUse } from './actions/record-item-use.ts';
export { checkContentOf, checkVersions } from './check-version.ts';
export { addException, listExceptions, removeException, type StoredException } from './quality/exceptions.ts';
export { qualityRules } from './quality/registry.ts';
export type { QualityRule, RuleParameter } from './quality/rule.ts';
export type { RuleSet } from './quality/rule-set.ts';
export type { Surroundings } from './quality/surroundings.ts';
export { findVagueSentences } from './quality/vague/find-vague-words.ts';
export { shortenAround } from './quality/vague/split-sentences.ts';
export { listRuleSettings, loadRuleSet, setRule, type StoredRuleSetting } from './quality/settings.ts';
export { countItemsInUse, countItemsToCheck, listItemsToCheck, readVersionsToCheck, type ItemsToCheck, type VersionToCheck } from './quality/versions-to-check.ts';
export { conditionsHold, conditionsMayHold, isNeeded, type Answers } from './questionnaire/answer-conditions.contract.ts';
export { checkQuestionnaire, guidedPartOf } from './questionnaire/check-questionnaire.contract.ts';
export { addGuidanceConfirmation, findGuidanceConfirmation, guidanceDigestOf } from './questionnaire/guidance-confirmations.ts';
export { listQuestionnairePaths } from './questionnaire/list-paths.ts';
export { importItems, type ImportReport, type ImportSummary } from './import/import-items.ts';
export { ListFileError, readItemList } from './import/read-list.ts';
export { isRejected, parseRow } from './import/parse-row.ts';
export { toListedElements } from './import/to-listed-elements.ts';
export { findStandingItems, versionMark, type StandingItem } from './import/find-standing-items.ts';
export { itemImporter, planIncoming, type IncomingItem, type IncomingPlan } from './import/plan-incoming.ts';
export { addHeard, addIncoming, type WritablePlan, type WrittenItem } from './import/write-incoming.ts';
export { addUndo, planUndo } from './import/undo-incoming.ts';
export { iterateItems, type IteratedItem } from './queries/iterate-items.ts';
export { forgetAnswers } from './search/recent-answers.ts';
export { refreshPopularity } from './jobs/refresh-popularity.ts';

/** Service items: their elements, versions and search (CAT-01…13, PTL-05). */
export const catalog = defineModule({
  name: 'catalog', uses: [], permissions: catalogPermissions, routes: [...publicRoutes, ...staffRoutes, ...managementRoutes],
  jobs: [refreshPopularityJob, applyPlanDatesJob, indexItemsJob, bulkChangeJob], messageTemplates: catalogMessages,
  migrations: [...dictionaryMigrations, catalogInit, catalogItemUse, catalogStructure, catalogReview, catalogManagement, catalogReindex, catalogQualitySettings, catalogItemClosed, catalogListedItem, catalogGuidanceConfirmation, catalogListVector, catalogLicenceStage, catalogCommentsMoved, catalogLifeStageSearch],
});
