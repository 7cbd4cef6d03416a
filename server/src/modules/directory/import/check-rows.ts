import type { Context } from '../../../kernel/context.ts';
import { checkElements } from '../check-elements.ts';
import type { RejectedRow } from '../entry.contract.ts';
import { mostReasons, shorten, type ParsedRow } from './parse-row.ts';

/**
 * What rows say wrong in the light of the other rows and of the code lists: doubled codes, circles, values outside their lists.
 * A row that is wrong by itself stays, its faults added up, until it has been held against the entries as well.
 */
export async function checkRowCodes(ctx: Context, given: readonly ParsedRow[]): Promise<{ rows: ParsedRow[]; rejected: RejectedRow[] }> {
  const rejected: RejectedRow[] = [];
  const rows: ParsedRow[] = [];
  const seen = new Map<string, number>();
  const parents = parentsByCode(given);
  const known = new Map<string, string[]>();
  for (const row of given) {
    const misplaced = [...doubled(row, seen), ...circles(row, parents)];
    const faults = [...row.faults, ...misplaced, ...await unknownCodes(ctx, row, known)];
    // Beside the entries, a row that stands twice or has no main item of its own would only be told follies.
    if (misplaced.length > 0) rejected.push(rejectionOf(row, faults));
    else rows.push({ ...row, faults });
  }
  return { rows, rejected };
}

/** A row left out although it could be read. */
export function rejectionOf({ number, elements }: ParsedRow, reasons: readonly string[]): RejectedRow {
  return { number, code: elements.catalogCode ?? elements.localCatalogCode ?? '', name: shorten(elements.name), reasons: reasons.slice(0, mostReasons) };
}

function codesOf({ elements: { catalogCode, localCatalogCode } }: ParsedRow): string[] {
  return [catalogCode, localCatalogCode].filter((code) => code !== undefined);
}

function doubled(row: ParsedRow, seen: Map<string, number>): string[] {
  const reasons = codesOf(row).flatMap((code) => {
    const first = seen.get(code);
    return first === undefined ? [] : [`编码“${code}”与第${first}行重复，请核对后只保留一行。`];
  });
  if (reasons.length === 0) for (const code of codesOf(row)) seen.set(code, row.number);
  return reasons;
}

interface Parent { name: string; parentCode: string | undefined }

function parentsByCode(rows: readonly ParsedRow[]): Map<string, Parent> {
  return new Map(rows.flatMap((row) => codesOf(row).map((code) => [code, { name: row.elements.name, parentCode: row.elements.parentCode }] as const)));
}

/** Follows the main items inside the file; a circle is told by its names. */
function circles(row: ParsedRow, parents: ReadonlyMap<string, Parent>): string[] {
  const chain = [row.elements.name];
  const own = new Set(codesOf(row));
  let code = row.elements.parentCode;
  for (let step = 0; code !== undefined && step < 10; step += 1) {
    const parent = parents.get(code);
    if (own.has(code)) return [`主项与子项循环：${[...chain, row.elements.name].map((name) => `“${shorten(name)}”`).join('→')}，请改正主项编码。`];
    if (parent?.parentCode !== undefined && !own.has(parent.parentCode) && step === 0) return [`主项“${shorten(parent.name)}”本身是子项，基本目录只有主项、子项两级。`];
    if (parent) chain.push(parent.name);
    code = parent?.parentCode;
  }
  return [];
}

/** Faults against the code lists; the same use of codes is looked up once. */
async function unknownCodes(ctx: Context, { elements }: ParsedRow, known: Map<string, string[]>): Promise<string[]> {
  const { taskType, useLevels, publicElements } = elements;
  const key = JSON.stringify([taskType, useLevels, publicElements]);
  const found = known.get(key) ?? (await checkElements(ctx.kernel, elements.catalogCode?.startsWith('00') === false ? `${elements.catalogCode.slice(0, 2)}0000000000` : '000000000000', elements))
    .filter(({ code }) => code === 'unknown-code').map(({ message }) => message);
  known.set(key, found);
  return found;
}
