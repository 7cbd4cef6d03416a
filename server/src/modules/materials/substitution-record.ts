import type { Selectable } from 'kysely';
import { authorize } from '../../kernel/access/index.ts';
import type { Context } from '../../kernel/context.ts';
import { tablesOf } from '../../kernel/db/index.ts';
import { findRegion } from '../../kernel/organization/index.ts';
import { listLicenceTypes } from '../licences/index.ts';
import { fail } from './errors.ts';
import { findSubstitutionState, substitutionActionLabels, substitutionStateLabels, type SubstitutionAction } from './states.ts';
import type { SubstitutionTerms } from './substitution.contract.ts';
import type { MaterialsTables } from './tables.ts';

export type SubstitutionRecord = Selectable<MaterialsTables['materials.substitution']>;

/** @throws materials.substitution-not-found */
export async function getSubstitution(ctx: Context, id: string): Promise<SubstitutionRecord> {
  const record = await tablesOf<MaterialsTables>(ctx.kernel.db).selectFrom('materials.substitution').selectAll().where('id', '=', id).executeTakeFirst();
  if (!record) throw fail('materials.substitution-not-found');
  return record;
}

/** Whoever answers for the whole region proposes and ends rules, since they hold for every department. @throws forbidden */
export function authorizeProposal(ctx: Context, { regionCode }: Pick<SubstitutionRecord, 'regionCode'>): void {
  authorize(ctx, 'materials.substitution.edit', { regionCode });
}

/** Another person of the authority that keeps the library reviews. @throws materials.own-review, forbidden */
export function authorizeReview(ctx: Context, { regionCode, organizationPath, proposedById }: SubstitutionRecord): void {
  authorize(ctx, 'materials.substitution.review', { regionCode, organizationPath });
  if (proposedById === ctx.actor.id) throw fail('materials.own-review');
}

/** The state after the action. @throws materials.substitution-refused naming both */
export function requireSubstitutionState({ state }: SubstitutionRecord, action: SubstitutionAction): SubstitutionRecord['state'] {
  const next = findSubstitutionState(state, action);
  if (next === undefined) throw fail('materials.substitution-refused', { state: substitutionStateLabels[state], action: substitutionActionLabels[action] });
  return next;
}

const holderLabels = { person: '个人', company: '企业（单位）', any: '' } as const;

/** The columns of the terms, checked against the licence catalogue and the regions. @throws materials.unknown-licence-type, materials.substitution-holder */
export async function columnsOfTerms(ctx: Context, terms: SubstitutionTerms) {
  const [[type], region] = await Promise.all([
    listLicenceTypes(ctx.kernel, [terms.licenceTypeCode]), terms.issuedWithin === undefined ? undefined : findRegion(ctx, terms.issuedWithin),
  ]);
  if (!type) throw fail('materials.unknown-licence-type', { code: terms.licenceTypeCode });
  if (type.holderKind !== 'any' && terms.holderKind !== 'any' && terms.holderKind !== type.holderKind) {
    throw fail('materials.substitution-holder', { licence: type.name, holder: holderLabels[type.holderKind] });
  }
  if (terms.issuedWithin !== undefined && !region) throw fail('materials.unknown-region', { code: terms.issuedWithin });
  return {
    licenceTypeCode: type.code, licenceTypeName: type.name, holderKind: terms.holderKind, minimumDaysLeft: terms.minimumDaysLeft,
    issuedWithin: region?.code ?? null, issuedWithinName: region?.fullName ?? null, legalBasis: terms.legalBasis.trim(), explanation: terms.explanation?.trim() || null,
  };
}

/** The terms as they are edited. */
export function termsOf(record: SubstitutionRecord): SubstitutionTerms {
  const { licenceTypeCode, holderKind, minimumDaysLeft, issuedWithin, legalBasis, explanation } = record;
  return {
    licenceTypeCode, holderKind, minimumDaysLeft, legalBasis,
    ...(issuedWithin === null ? {} : { issuedWithin }), ...(explanation === null ? {} : { explanation }),
  };
}
