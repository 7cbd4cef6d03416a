import { requireStaff } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { fail } from '../errors.ts';
import { familyOf, getMaterialRecord, requireMaterialState } from '../material-record.ts';
import { authorizeProposal, columnsOfTerms, requireSubstitutionState } from '../substitution-record.ts';
import type { SubstitutionTerms } from '../substitution.contract.ts';
import type { MaterialsTables } from '../tables.ts';

/** The rule that is to be replaced: in force, and of the same material. @throws materials.substitution-replaced-other */
async function requireReplaced(ctx: Context, materialId: string, replacesId: string): Promise<void> {
  const replaced = await tablesOf<MaterialsTables>(ctx.kernel.db).selectFrom('materials.substitution').selectAll()
    .where('id', '=', replacesId).where('materialId', 'in', await familyOf(ctx.kernel, materialId)).executeTakeFirst();
  if (!replaced) throw fail('materials.substitution-replaced-other');
  requireSubstitutionState(replaced, 'replace');
}

/**
 * Drafts a rule that a licence stands for a material; it has no effect before another person has approved it (CAT-05).
 * @throws materials.unknown-licence-type, materials.substitution-holder, materials.state-refused, forbidden
 */
export async function proposeSubstitution(
  ctx: Context, input: { materialId: string; terms: SubstitutionTerms; replacesId?: string },
  organizationPath = requireStaff(ctx).organizationPath,
): Promise<string> {
  const material = await getMaterialRecord(ctx, input.materialId);
  authorizeProposal(ctx, material);
  requireMaterialState(material, 'substitute');
  const terms = await columnsOfTerms(ctx, input.terms);
  if (input.replacesId !== undefined) await requireReplaced(ctx, material.id, input.replacesId);
  const [id, now] = [createId(), ctx.kernel.clock.now()];
  const batch = new WriteBatch();
  writesFor<MaterialsTables>(batch).insert('materials.substitution', {
    id, materialId: material.id, ...terms, replacesId: input.replacesId ?? null, state: 'draft', revision: 1, regionCode: material.regionCode, organizationPath,
    createdAt: now, proposedById: ctx.actor.id, proposedByName: ctx.actor.name, updatedAt: now, reviewedByName: null, reviewOpinion: null,
    endedByName: null, endReason: null,
  });
  recordAudit(ctx, batch, {
    action: 'materials.propose-substitution', objectType: 'substitution', objectId: id, detail: { material: material.code, licenceType: terms.licenceTypeCode },
  });
  await commit(ctx, batch);
  return id;
}
