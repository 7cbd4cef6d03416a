import { regionWithin } from '../../kernel/access/index.ts';
import { addCalendarDays } from '../../kernel/calendar/index.ts';
import type { Kernel } from '../../kernel/context.ts';
import { readRows } from '../../kernel/db/index.ts';
import type { ApplicationMaterial } from '../catalog/contract.ts';
import { listLicenceTypes, type Holder, type UsableLicence } from '../licences/index.ts';
import type { HolderKind } from './substitution.contract.ts';

/** A licence type that stands for a material, and on which conditions. A case keeps these as they were when it was submitted. */
export interface Substitute {
  licenceTypeCode: string;
  licenceTypeName: string;
  holderKind: HolderKind;
  minimumDaysLeft: number;
  issuedWithin: string | null;
  issuedWithinName: string | null;
  /** Null when the item says so itself and no rule of the library does. */
  legalBasis: string | null;
}

/** Substitutes by the key of the material in its item; materials without any are left out. */
export type Substitutes = Record<string, Substitute[]>;

interface RuleRow extends Substitute { standardCode: string }

type Asked = Pick<ApplicationMaterial, 'key' | 'standardCode' | 'replacedByLicenceTypes'>;

const rulesText = `SELECT m.code AS standard_code, s.licence_type_code, s.licence_type_name, s.holder_kind, s.minimum_days_left, s.issued_within,
  s.issued_within_name, s.legal_basis
FROM materials.material m
JOIN materials.material family ON family.id = coalesce(m.merged_into, m.id) OR family.merged_into = coalesce(m.merged_into, m.id)
JOIN materials.substitution s ON s.material_id = family.id AND s.state = 'active'
WHERE m.code = ANY($1) ORDER BY s.licence_type_name, s.id`;

/**
 * Which licences stand for the materials of an item at this moment. The one place where this is decided: the rules of the
 * library for the standard material, and the licence types that the item names itself. What a rule says of a licence type
 * goes before what the item says, so that a condition is not avoided by naming the type in the item.
 */
export async function resolveSubstitutes(kernel: Kernel, materials: readonly Asked[]): Promise<Substitutes> {
  const codes = [...new Set(materials.flatMap(({ standardCode }) => standardCode ?? []))];
  const named = [...new Set(materials.flatMap(({ replacedByLicenceTypes }) => replacedByLicenceTypes))];
  const [rules, types] = await Promise.all([
    codes.length === 0 ? [] : readRows<RuleRow>(kernel.db, rulesText, [codes]), listLicenceTypes(kernel, named),
  ]);
  const nameOf = new Map(types.map(({ code, name }) => [code, name]));
  return Object.fromEntries(materials.flatMap(({ key, standardCode, replacedByLicenceTypes }) => {
    const ruled = rules.filter((rule) => rule.standardCode === standardCode).map(({ standardCode: _code, ...substitute }) => substitute);
    const own = replacedByLicenceTypes.filter((code) => !ruled.some(({ licenceTypeCode }) => licenceTypeCode === code)).map((code): Substitute => ({
      licenceTypeCode: code, licenceTypeName: nameOf.get(code) ?? code, holderKind: 'any', minimumDaysLeft: 0, issuedWithin: null, issuedWithinName: null, legalBasis: null,
    }));
    const all = [...ruled, ...own];
    return all.length === 0 ? [] : [[key, all]];
  }));
}

/** Every licence type that stands for one of the materials. */
export function licenceTypesOf(substitutes: Substitutes): string[] {
  return [...new Set(Object.values(substitutes).flatMap((all) => all.map(({ licenceTypeCode }) => licenceTypeCode)))];
}

/** The substitute by which the licence stands for the material with this key today, if it does. */
export function findSubstitute(
  substitutes: Substitutes, materialKey: string, licence: UsableLicence, { holder, today }: { holder: Holder; today: string },
): Substitute | undefined {
  return substitutes[materialKey]?.find((one) => one.licenceTypeCode === licence.typeCode
    && (one.holderKind === 'any' || one.holderKind === holder.kind)
    && (one.issuedWithin === null || regionWithin(one.issuedWithin, licence.regionCode))
    && (licence.validTo === null || licence.validTo >= addCalendarDays(today, one.minimumDaysLeft)));
}

const holders = { person: '持证人为个人', company: '持证人为企业（单位）', any: '' } as const;

/** The conditions of a substitute as an applicant reads them; null when there are none. */
export function describeConditions(
  { holderKind, minimumDaysLeft, issuedWithin, issuedWithinName }: Pick<Substitute, 'holderKind' | 'minimumDaysLeft' | 'issuedWithin' | 'issuedWithinName'>,
): string | null {
  const parts = [
    holders[holderKind], minimumDaysLeft > 0 ? `剩余有效期不少于 ${minimumDaysLeft} 日` : '',
    issuedWithin === null ? '' : `由${issuedWithinName ?? issuedWithin}签发`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join('，');
}
