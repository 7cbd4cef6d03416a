import { compile, type NameType } from '@tongban/expressions';
import { FORM_FUNCTIONS } from '@tongban/form-model';
import type { ValueType } from '@tongban/decision-tables';

/** Where a cell stands: what its column is of, and what it may name. */
export interface CellPlace {
  readonly kind: 'input' | 'output' | 'annotation';
  readonly type: ValueType;
  readonly names: Readonly<Record<string, NameType>>;
}

const signs: Readonly<Record<string, string>> = { '＞': '>', '＜': '<', '＝': '=', '≥': '>=', '≤': '<=', '（': '(', '）': ')', '，': ', ', '、': ', ', '［': '[', '］': ']', '－': '-', '…': '..' };
const unit = '(?:周岁|岁|个月|个|年|月|日|天|项|人|平方米)?';
const figure = '(-?\\d+(?:\\.\\d+)?)';

/** 以上 and 以下 include the figure itself, 不满 and 超过 do not (民法典第一千二百五十九条). */
const ranges: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`^${figure}${unit}\\s*[~～至到—]\\s*${figure}${unit}$`), '[$1..$2]'],
  [new RegExp(`^(?:满|不小于|不少于|不低于|至少)\\s*${figure}${unit}$`), '>= $1'],
  [new RegExp(`^${figure}${unit}(?:及)?以上$`), '>= $1'],
  [new RegExp(`^(?:不大于|不超过|不高于|至多)\\s*${figure}${unit}$`), '<= $1'],
  [new RegExp(`^${figure}${unit}(?:及)?(?:以下|以内)$`), '<= $1'],
  [new RegExp(`^(?:不满|未满|不足|小于|少于|低于)\\s*${figure}${unit}$`), '< $1'],
  [new RegExp(`^(?:超过|大于|多于|高于)\\s*${figure}${unit}$`), '> $1'],
];

/**
 * Takes what somebody typed or pasted as they mean it: `80以上` becomes `>= 80`, 是 becomes `true`, a bare word in a column of
 * texts gets its quotation marks, a date gets its `date(…)`. What is FEEL already stays as it is.
 */
export function readCell(typed: string, { kind, type, names }: CellPlace): string {
  const source = typed.trim();
  if (kind === 'annotation') return source.slice(0, 500);
  if (kind === 'input' && (source === '' || /^(不限|任意|都可以|[-－—])$/.test(source))) return '-';
  if (source === '') return '';
  if (kind === 'output' && type === 'text' && isWords(source, names)) return quote(source);
  const plain = withPlainSigns(source);
  if (type === 'boolean') return plain.replace(/^(是|有|对)$/, 'true').replace(/^(否|无|没有|不是)$/, 'false');
  if (type === 'number' || type === 'integer') return kind === 'input' ? readRange(plain) : plain.replace(/^(\d{1,3}(?:,\s*\d{3})+)$/, (figures) => figures.replace(/,\s*/g, ''));
  if (type === 'date') return withDates(plain);
  if (type !== 'text') return plain;
  const parts = plain.split(/\s*,\s*/);
  return parts.every((part) => isWords(part, names)) ? parts.map(quote).join(', ') : plain;
}

/** Signs as FEEL has them; inside of texts everything stays. */
function withPlainSigns(source: string): string {
  return source.replace(/[“”]/g, '"').split(/("[^"]*")/).map((part) => (part.startsWith('"') ? part : part.replace(/[＞＜＝≥≤（），、［］－…]/g, (sign) => signs[sign] ?? sign))).join('').trim();
}

function readRange(source: string): string {
  const found = ranges.find(([pattern]) => pattern.test(source));
  return found === undefined ? source : source.replace(found[0], found[1]);
}

function withDates(source: string): string {
  const written = (_all: string, year: string, month: string, day: string) => `date("${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}")`;
  return source.split(/("[^"]*")/).map((part) => (part.startsWith('"') ? part : part.replace(/(\d{4})[-/年.](\d{1,2})[-/月.](\d{1,2})日?/g, written))).join('');
}

/** Words that are no expression: they can only be meant as a text. */
function isWords(source: string, names: CellPlace['names']): boolean {
  if (source === '' || source === '-' || /["<>=[\]?]/.test(source) || /^(null|true|false|not\b.*)$/.test(source)) return false;
  if (/^-?\d+(\.\d+)?$/.test(source)) return true;
  return !compile(source, { names, functions: FORM_FUNCTIONS }).ok;
}

function quote(words: string): string {
  return `"${words.replace(/\\/g, '\\\\')}"`;
}
