import { checkUnifiedSocialCreditCode } from '@tongban/identifiers';
import type { Selectable } from 'kysely';
import { holds, requireScope } from '../../kernel/access/index.ts';
import { liesInScope } from '../../kernel/access/scope-filter.ts';
import type { Context } from '../../kernel/context.ts';
import { tablesOf, type WriteBatch } from '../../kernel/db/index.ts';
import { knowLicenceType, type KnownLicenceType } from '../catalog/index.ts';
import { fail } from './errors.ts';
import { checkLicenceType, formFieldOf, type LicenceFaceLine, type LicenceType, type LicenceTypeContent } from './licence-type.contract.ts';
import type { LicencesTables } from './tables.ts';

export type LicenceTypeRecord = Selectable<LicencesTables['licences.licenceType']>;

/** Changing the licence catalogue. */
export const manageTypes = 'licences.type.manage';

/** The type of the catalogue by its code, in any state. @throws licences.type-not-found */
export async function getTypeRecord(ctx: Context, code: string): Promise<LicenceTypeRecord> {
  const row = await tablesOf<LicencesTables>(ctx.kernel.db).selectFrom('licences.licenceType').selectAll().where('code', '=', code).executeTakeFirst();
  if (!row) throw fail('licences.type-not-found', { code });
  return row;
}

/** Whether the actor may change what belongs there. */
export function mayManage(ctx: Context, place: Pick<LicenceTypeRecord, 'organizationPath' | 'regionCode'>): boolean {
  return holds(ctx.actor, manageTypes) && liesInScope(requireScope(ctx, manageTypes), ctx.actor, place);
}

/** @throws licences.type-outside */
export function authorizeManage(ctx: Context, place: Pick<LicenceTypeRecord, 'organizationPath' | 'regionCode'>): void {
  if (!mayManage(ctx, place)) throw fail('licences.type-outside');
}

/** What a type says, as it is written by hand. */
export function contentOf({ definition: { code: _code, ...content }, issuerId }: Pick<LicenceTypeRecord, 'definition' | 'issuerId'>): LicenceTypeContent {
  return { ...content, issuerId };
}

/** The content as it is kept: without spaces around, codes in capitals, years only where they count. */
export function tidyContent({ validYears, ...content }: LicenceTypeContent): LicenceTypeContent {
  return {
    ...content, name: content.name.trim(), typeCode: content.typeCode.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase(), numberPattern: content.numberPattern.trim(), statement: content.statement.trim(),
    ...(content.validity === 'years' && validYears !== undefined ? { validYears } : {}),
    face: content.face.map(({ key, label, from, personal }) => ({ key: key.trim(), label: label.trim(), from, ...(personal ? { personal } : {}) })),
  };
}

/** Why a credit code is none. */
export function creditCodeFault(creditCode: string): string | undefined {
  const checked = checkUnifiedSocialCreditCode(creditCode);
  return checked.ok ? undefined : checked.message;
}

/** @throws licences.type-faults with each fault and how to mend it */
export function refuseTypeFaults(content: LicenceTypeContent): void {
  const faults = checkLicenceType(content, creditCodeFault);
  if (faults.length > 0) throw fail('licences.type-faults', { count: faults.length }, { issues: faults.map(({ path, code, message }) => ({ path: `content.${path}`, code, message })) });
}

/** Lines of a face that are filled from a field of the application form. */
export function formLinesOf(face: readonly LicenceFaceLine[]): KnownLicenceType['formLines'] {
  return face.flatMap(({ label, from }) => {
    const field = formFieldOf(from);
    return field === undefined ? [] : [{ label, field }];
  });
}

/** Tells the checks of items of the type, within the statement that writes it. */
export function tellCatalog(batch: WriteBatch, { code, name, face }: LicenceType, retired: boolean): void {
  knowLicenceType(batch, { code, name, retired, formLines: formLinesOf(face) });
}
