import { checkIdentityDocument, checkMobile, checkPersonName, checkResidentId, checkUnifiedSocialCreditCode, type CheckOutcome, findFullRegionCode, isIdentityDocumentType, isWithin, regionLevel, type RegionLevel } from '@tongban/identifiers';
import type { Field } from './field-schemas.ts';
import { compactRecord, EMPTY, fault, type Fault, ownValue, type ReadOptions, reading, type Reading, shortLine, wrongType } from './reading.ts';

type FieldOf<T extends Field['type']> = Extract<Field, { type: T }>;
type Identifier = FieldOf<'residentId' | 'creditCode' | 'personName' | 'mobile'>;

/** Reads an identity number, credit code, personal name or mobile number; drafts keep it as typed. */
export function readIdentifier(field: Identifier, raw: unknown, options: ReadOptions): Reading {
  if (typeof raw !== 'string') return wrongType(field.label);
  if (raw.trim() === '') return EMPTY;
  const text = shortLine(raw, 200);
  if (text === undefined) return reading(shortLine(raw, 2000), fault('too-long', `“${field.label}”太长，不能超过 200 个字，请按证件或者执照填写。`));
  if (!options.strict) return reading(text);
  return fromOutcome(checkIdentifier(field.type, text, options.context.today), text);
}

function checkIdentifier(type: Identifier['type'], text: string, today: string): CheckOutcome<object> {
  switch (type) {
    case 'residentId':
      return checkResidentId(text, today);
    case 'creditCode':
      return checkUnifiedSocialCreditCode(text);
    case 'personName':
      return checkPersonName(text);
    case 'mobile':
      return checkMobile(text);
  }
}

function fromOutcome(outcome: CheckOutcome<object>, text: string): Reading {
  return outcome.ok ? reading(outcome.normalized) : reading(text, fault(outcome.code, outcome.message));
}

/** Reads the type and number of an identity document. */
export function readIdentityDocument(field: FieldOf<'identityDocument'>, raw: unknown, { strict, context }: ReadOptions): Reading {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return wrongType(field.label);
  const givenType = shortLine(ownValue(raw, 'type'), 3);
  const known = givenType !== undefined && isIdentityDocumentType(givenType) && (field.documentTypes?.includes(givenType) ?? true);
  const type = known ? givenType : undefined;
  const number = shortLine(ownValue(raw, 'number'), 60);
  const value = compactRecord({ type, number });
  if (givenType !== undefined && !known) return reading(value, fault('unknown-type', `“${field.label}”不接受这种证件，请从列表中选择证件类型。`));
  if (!strict || value === undefined) return reading(value);
  if (type === undefined) return reading(value, fault('incomplete', `请选择“${field.label}”的证件类型。`));
  if (number === undefined) return reading(value, fault('incomplete', `请填写“${field.label}”的证件号码。`));
  const outcome = checkIdentityDocument(type, number, context.today);
  return outcome.ok ? reading({ type, number: outcome.normalized }) : reading(value, fault(outcome.code, outcome.message));
}

const LEVELS: readonly RegionLevel[] = ['province', 'city', 'county', 'town', 'village'];
const LEVEL_NAMES: Readonly<Record<RegionLevel, string>> = { province: '省', city: '市', county: '县（市、区）', town: '乡镇（街道）', village: '村（社区）' };

/** Reads a region code, brought to 12 digits. */
export function readRegion(field: FieldOf<'region'>, raw: unknown, options: ReadOptions): Reading {
  if (typeof raw !== 'string') return wrongType(field.label);
  const text = shortLine(raw, 20);
  if (text === undefined) return EMPTY;
  const code = findFullRegionCode(text);
  if (code === undefined) return reading(undefined, unknownRegion(field.label));
  return options.strict ? reading(code, checkRegion(field, code, options)) : reading(code);
}

function unknownRegion(label: string): Fault {
  return fault('unknown-region', `“${label}”不是有效的行政区划，请从列表中选择。`);
}

function checkRegion(field: FieldOf<'region'>, code: string, { context }: ReadOptions): Fault | undefined {
  if (context.isKnownRegion?.(code) === false) return unknownRegion(field.label);
  if (field.within !== undefined && !isWithin(field.within, code)) return fault('outside-region', `“${field.label}”不在办理范围内，请重新选择。`);
  const { lowestLevel } = field;
  if (lowestLevel === undefined || LEVELS.indexOf(regionLevel(code) ?? 'province') >= LEVELS.indexOf(lowestLevel)) return undefined;
  return fault('region-too-wide', `“${field.label}”要选到${LEVEL_NAMES[lowestLevel]}。`);
}

/** Reads an address: a region and the street, house and room in it. */
export function readAddress(field: FieldOf<'address'>, raw: unknown, options: ReadOptions): Reading {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return wrongType(field.label);
  const within = field.within === undefined ? {} : { within: field.within };
  const region = readRegion({ type: 'region', id: field.id, label: `${field.label}的所在地区`, ...within }, ownValue(raw, 'region') ?? '', options);
  const given = ownValue(raw, 'detail');
  const detail = shortLine(given, 200);
  const value = compactRecord({ region: region.value, detail });
  const faults = [...region.faults];
  if (detail === undefined && typeof given === 'string' && given.trim().length > 200) faults.push(fault('too-long', `“${field.label}”的详细地址最多 200 个字，请删减。`));
  if (!options.strict || value === undefined || faults.length > 0) return { value, faults };
  if (detail === undefined) faults.push(fault('incomplete', `请填写“${field.label}”的详细地址，写到门牌号。`));
  if (region.value === undefined && field.regionRequired === true) faults.push(fault('incomplete', `请选择“${field.label}”的所在地区。`));
  return { value, faults };
}

/** Reads an organisation: its name and, where it has one, its unified social credit code. */
export function readOrganization(field: FieldOf<'organization'>, raw: unknown, { strict }: ReadOptions): Reading {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return wrongType(field.label);
  const name = shortLine(ownValue(raw, 'name'), 200);
  const code = shortLine(ownValue(raw, 'creditCode'), 40);
  const value = compactRecord({ name, creditCode: code });
  if (!strict || value === undefined) return reading(value);
  if (name === undefined) return reading(value, fault('incomplete', `请填写“${field.label}”的名称。`));
  if (code === undefined) return field.codeRequired === true ? reading(value, fault('incomplete', `请填写“${field.label}”的统一社会信用代码。`)) : reading(value);
  const outcome = checkUnifiedSocialCreditCode(code);
  return outcome.ok ? reading({ name, creditCode: outcome.normalized }) : reading(value, fault(outcome.code, outcome.message));
}
