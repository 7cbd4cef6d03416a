import { handle } from '../../../kernel/module/index.ts';
import { applyMapping } from '../actions/apply-mapping.ts';
import { editSubstitution, endSubstitution, reviewSubstitution, submitSubstitution } from '../actions/change-substitution.ts';
import { mergeMaterials } from '../actions/merge-materials.ts';
import { proposeSubstitution } from '../actions/propose-substitution.ts';
import { undoMerge } from '../actions/undo-merge.ts';
import * as contract from '../contract.ts';
import { planMapping } from '../plan-mapping.ts';
import { findMerges, viewMerge } from '../queries/list-merges.ts';
import { findSubstitutions, viewSubstitution } from '../queries/list-substitutions.ts';
import { readMappingProgress } from '../queries/mapping-progress.ts';
import { findMappingUses } from '../queries/mapping-uses.ts';
import { findMergeGroups } from '../queries/merge-groups.ts';
import { showMergePreview } from '../queries/preview-merge.ts';
import { findUnmapped } from '../queries/unmapped.ts';

/** What keeps library and items together: mapping, merges, substitution rules. */
export const governanceRoutes = [
  handle(contract.getMappingProgress, (ctx) => readMappingProgress(ctx)),
  handle(contract.listUnmapped, (ctx, { query }) => findUnmapped(ctx, query)),
  handle(contract.listMappingUses, (ctx, { query }) => findMappingUses(ctx, query)),
  handle(contract.previewMapping, async (ctx, { body }) => ({ plans: await planMapping(ctx, body.lines) })),
  handle(contract.applyMapping, async (ctx, { body }) => ({ outcomes: await applyMapping(ctx, body) })),
  handle(contract.listMergeGroups, (ctx, { query }) => findMergeGroups(ctx, query)),
  handle(contract.previewMerge, (ctx, { body }) => showMergePreview(ctx, body.keptId, body.mergedIds)),
  handle(contract.mergeMaterials, async (ctx, { body }) => viewMerge(ctx, await mergeMaterials(ctx, body))),
  handle(contract.listMerges, (ctx, { query }) => findMerges(ctx, query)),
  handle(contract.undoMerge, async (ctx, { params }) => {
    await undoMerge(ctx, params.mergeId);
    return viewMerge(ctx, params.mergeId);
  }),
  handle(contract.listSubstitutions, (ctx, { query }) => findSubstitutions(ctx, query)),
  handle(contract.proposeSubstitution, async (ctx, { body }) => viewSubstitution(ctx, await proposeSubstitution(ctx, body))),
  handle(contract.editSubstitution, async (ctx, { params: { substitutionId }, body }) => {
    await editSubstitution(ctx, substitutionId, body.revision, body.terms);
    return viewSubstitution(ctx, substitutionId);
  }),
  handle(contract.submitSubstitution, async (ctx, { params: { substitutionId }, body }) => {
    await submitSubstitution(ctx, substitutionId, body.revision);
    return viewSubstitution(ctx, substitutionId);
  }),
  handle(contract.reviewSubstitution, async (ctx, { params: { substitutionId }, body }) => {
    await reviewSubstitution(ctx, substitutionId, body);
    return viewSubstitution(ctx, substitutionId);
  }),
  handle(contract.endSubstitution, async (ctx, { params: { substitutionId }, body }) => {
    await endSubstitution(ctx, substitutionId, body.revision, body.reason);
    return viewSubstitution(ctx, substitutionId);
  }),
];
