import { type ColumnField, DEFAULT_LENGTHS, findOptions, type FormContext, IMAGE_EXTENSIONS } from '@tongban/form-model';
import { isIdentityDocumentType, residentIdCheckCharacter, unifiedSocialCreditCheckCharacter } from '@tongban/identifiers';
import { matchPattern } from './match-pattern.ts';

const NAMES = ['张明', '李敏', '王建国', '赵晓燕', '陈思远', '刘洋'] as const;
const COMPANIES = ['示范市政工程有限公司', '示范餐饮管理有限公司', '示范科技有限公司'] as const;

/** An answer a field takes as it is, or undefined where none can be made. */
export function makeAnswer(field: ColumnField, context: FormContext, turn: number): unknown {
  switch (field.type) {
    case 'text':
    case 'multiline':
      return makeText(field, turn);
    case 'number':
      return makeNumber(field.minimum, field.maximum, field.decimals ?? 2, turn);
    case 'money':
      return makeNumber(field.minimum ?? 0, field.maximum, 0, turn, 10_000);
    case 'date':
      return makeDate(field, context.today, turn);
    case 'dateRange':
      return makeRange(field, context.today, turn);
    case 'choice':
      return optionsOf(field, context, turn)[0];
    case 'choices':
      return makeChoices(field, context, turn);
    case 'boolean':
      return field.mustBeTrue === true || turn % 2 === 0;
    case 'attachment':
      return [{ fileId: `sample-${field.id}`, name: `示例.${field.extensions?.[0] ?? 'pdf'}` }];
    case 'image':
      return [{ fileId: `sample-${field.id}`, name: `示例.${IMAGE_EXTENSIONS[0] ?? 'jpg'}` }];
    case 'signature':
      return { fileId: `sample-${field.id}`, name: '签名.png' };
    default:
      return makeIdentifier(field, turn);
  }
}

function makeIdentifier(field: ColumnField, turn: number): unknown {
  switch (field.type) {
    case 'personName': return pick(NAMES, turn);
    case 'mobile': return `138${String(10_000_000 + turn).padStart(8, '0')}`;
    case 'residentId': return makeResidentId(turn);
    case 'creditCode': return makeCreditCode(turn);
    case 'organization': return { name: pick(COMPANIES, turn), creditCode: makeCreditCode(turn) };
    case 'identityDocument': return makeDocument(field.documentTypes, turn);
    case 'region': return makeRegion(field.within, field.lowestLevel);
    case 'address': return { region: makeRegion(field.within, 'county'), detail: `示范路 ${turn + 1} 号` };
    default: return undefined;
  }
}

function pick<T>(list: readonly T[], turn: number): T | undefined {
  return list[turn % list.length];
}

function makeText(field: Extract<ColumnField, { type: 'text' | 'multiline' }>, turn: number): string | undefined {
  if (field.type === 'text' && field.pattern !== undefined) return matchPattern(field.pattern, turn);
  const most = field.maxLength ?? DEFAULT_LENGTHS[field.type];
  const text = `示例${field.label}${turn === 0 ? '' : turn + 1}`;
  const long = text.length < (field.minLength ?? 0) ? text.padEnd(field.minLength ?? 0, '示例内容') : text;
  return [...long].slice(0, most).join('');
}

function makeNumber(minimum: number | undefined, maximum: number | undefined, decimals: number, turn: number, step = 10): number {
  const start = minimum ?? Math.min(step, maximum ?? step);
  const wanted = start + turn * step;
  const within = maximum !== undefined && wanted > maximum ? start + (turn % 2) * Math.max(0, maximum - start) : wanted;
  // Rounded towards the inside of the bounds.
  const scale = 10 ** Math.min(decimals, 6);
  const rounded = Math.ceil(Number((within * scale).toFixed(6))) / scale;
  return maximum !== undefined && rounded > maximum ? Math.floor(maximum * scale) / scale : rounded;
}

function dayOf(bound: string | undefined, today: string): string | undefined {
  return bound === 'today' ? today : bound;
}

function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function makeDate(field: { readonly minimum?: string; readonly maximum?: string }, today: string, turn: number): string {
  const [least, most] = [dayOf(field.minimum, today), dayOf(field.maximum, today)];
  const wanted = least !== undefined ? addDays(least, turn) : addDays(most ?? today, -(turn * 37 + (most === undefined ? 30 : 0)));
  return most !== undefined && wanted > most ? most : wanted;
}

function makeRange(field: { readonly minimum?: string; readonly maximum?: string }, today: string, turn: number): { start: string; end: string } {
  const start = makeDate(field, today, turn);
  const most = dayOf(field.maximum, today);
  const end = addDays(start, 30);
  return { start, end: most !== undefined && end > most ? most : end };
}

function optionsOf(field: Extract<ColumnField, { type: 'choice' | 'choices' }>, context: FormContext, turn: number): readonly string[] {
  const values = (findOptions(field, context) ?? []).map(({ value }) => value);
  const from = values.length === 0 ? 0 : turn % values.length;
  return [...values.slice(from), ...values.slice(0, from)];
}

function makeChoices(field: Extract<ColumnField, { type: 'choices' }>, context: FormContext, turn: number): readonly string[] | undefined {
  const values = optionsOf(field, context, turn).slice(0, Math.max(field.minimumChoices ?? 1, 1));
  return values.length === 0 ? undefined : values;
}

/** Grown up, old, a child and between: some rule asks for each of them. */
const BIRTH_YEARS = [1985, 1938, 2016, 1968, 2001, 1955, 2009] as const;

function makeResidentId(turn: number): string {
  const digits = `511602${pick(BIRTH_YEARS, turn)}0101${String(100 + (turn * 11) % 900).padStart(3, '0')}`;
  return `${digits}${residentIdCheckCharacter(digits)}`;
}

function makeCreditCode(turn: number): string {
  // The organisation part with its own check character, as in the example of the standard.
  const body = `91${['350100', '511602', '110105'][turn % 3] ?? '350100'}M000100Y4`;
  return `${body}${unifiedSocialCreditCheckCharacter(body)}`;
}

const NUMBERS: Readonly<Record<string, string>> = { '114': '军字第1234567号', '414': 'E12345678', '511': '01234567', '516': 'H12345678', '990': 'QT0001' };

function makeDocument(types: readonly string[] | undefined, turn: number): { type: string; number: string } | undefined {
  const able = (types ?? ['111']).filter((type) => isIdentityDocumentType(type));
  const type = able.find((one) => one === '111') ?? able.find((one) => one in NUMBERS) ?? able[0];
  if (type === undefined) return undefined;
  if (type === '550') return { type, number: withCheck(`81000019900101${String(10 + (turn % 80)).padStart(3, '0')}`) };
  if (type === '553') return { type, number: 'CHN110190010112' };
  return { type, number: type === '111' ? makeResidentId(turn) : (NUMBERS[type] ?? '') };
}

function withCheck(digits: string): string {
  return `${digits}${residentIdCheckCharacter(digits)}`;
}

const LEVELS = ['province', 'city', 'county', 'town', 'village'] as const;
const LENGTHS = [2, 4, 6, 9, 12] as const;

/** A region inside the one a field keeps to, down to the level it asks for. */
function makeRegion(within: string | undefined, lowest: (typeof LEVELS)[number] | undefined): string {
  const base = (within ?? '511602').padEnd(12, '0');
  const wanted = Math.max(LEVELS.indexOf(lowest ?? 'county'), 0);
  return LENGTHS.reduce((code, length, level) => {
    const above = level === 0 ? 0 : (LENGTHS[level - 1] ?? 0);
    const part = base.slice(above, length);
    // 01 of a city is its districts taken together (市辖区), no place where anybody lives.
    return code + (level <= wanted && /^0+$/.test(part) ? (level === 2 ? '2' : '1').padStart(part.length, '0') : part);
  }, '');
}
