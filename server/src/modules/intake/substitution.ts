import { chinaDate } from '../../kernel/clock/index.ts';
import type { Context } from '../../kernel/context.ts';
import { findRow, writesFor, type WriteBatch } from '../../kernel/db/index.ts';
import { findUsableLicences, requireUsableLicences, type Holder, type UsableLicence } from '../licences/index.ts';
import { findSubstitute, licenceTypesOf, resolveSubstitutes, type Substitute, type Substitutes } from '../materials/index.ts';
import { fail } from './errors.ts';
import type { Requirements } from './prepare-draft.ts';
import type { DraftMaterial, IntakeTables } from './tables.ts';

/** A licence that is given for a material, and what allows it. */
export interface StandingLicence extends UsableLicence {
  materialKey: string;
  substitute: Substitute;
  /** When the applicant agreed to it by share code; absent when it was chosen in the draft. */
  sharedAt?: string;
}

/** Which licences stand for the materials of an application now; once it is submitted its case keeps them. */
export function substitutesNow(ctx: Context, needs: Requirements): Promise<Substitutes> {
  return resolveSubstitutes(ctx.kernel, needs.materials.map(({ material }) => material));
}

/** Licences of the applicant that may stand for each material today, by the material's key. */
export async function offerLicences(ctx: Context, holder: Holder, substitutes: Substitutes): Promise<Map<string, UsableLicence[]>> {
  const licences = await findUsableLicences(ctx, holder, licenceTypesOf(substitutes));
  const today = chinaDate(ctx.kernel.clock.now());
  return new Map(Object.keys(substitutes).map((key) => [key, licences.filter((licence) => findSubstitute(substitutes, key, licence, { holder, today }))]));
}

/**
 * The licences that are given for materials, each the applicant's own, in force, and allowed to stand for its material.
 * @throws intake.licence-unusable, intake.licence-unfit
 */
export async function requireStandingLicences(
  ctx: Context, holder: Holder, materials: readonly DraftMaterial[], substitutes: Substitutes,
): Promise<StandingLicence[]> {
  const given = materials.flatMap(({ key, licenceId }) => (licenceId === null ? [] : [{ key, licenceId }]));
  if (given.length === 0) return [];
  const licences = await requireUsableLicences(ctx, holder, given.map(({ licenceId }) => licenceId), () => fail('intake.licence-unusable'));
  const today = chinaDate(ctx.kernel.clock.now());
  return given.flatMap(({ key, licenceId }) => {
    const licence = licences.find(({ id }) => id === licenceId);
    if (!licence) return [];
    const substitute = findSubstitute(substitutes, key, licence, { holder, today });
    if (!substitute) throw fail('intake.licence-unfit', { licence: licence.name });
    return [{ ...licence, materialKey: key, substitute }];
  });
}

/** Keeps what licences stood for materials when the case was submitted: a rule that ends later does not take it away. */
export function pinSubstitutes(batch: WriteBatch, caseId: string, substitutes: Substitutes): void {
  if (Object.keys(substitutes).length > 0) writesFor<IntakeTables>(batch).insert('intake.caseSubstitutes', { caseId, substitutes });
}

/** What licences stand for the materials of a case, as it was submitted. Without a row it is what its version says itself. */
export async function pinnedSubstitutes(ctx: Context, caseId: string, needs: Requirements): Promise<Substitutes> {
  const row = await findRow<IntakeTables['intake.caseSubstitutes']>(ctx.kernel.db, 'SELECT * FROM intake.case_substitutes WHERE case_id = $1', [caseId]);
  if (row) return row.substitutes;
  return resolveSubstitutes(ctx.kernel, needs.materials.map(({ material: { key, replacedByLicenceTypes } }) => ({ key, replacedByLicenceTypes })));
}
