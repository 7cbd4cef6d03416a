import { isDeepStrictEqual } from 'node:util';
import type { Context } from '../../../kernel/context.ts';
import { openEntryStates } from '../states.ts';
import { digestOf, findByCodes } from './existing-entries.ts';
import type { ParsedRow } from './parse-row.ts';

export type Existing = Awaited<ReturnType<typeof findByCodes>>[number];
/** A main item of a row: an entry, or in a preview a row before it that would become one. */
export type MainItem = Pick<Existing, 'id' | 'name' | 'parentId'>;
export type Plan = { kind: 'create'; parentId: string | null } | { kind: 'change'; entry: Existing } | { kind: 'same' } | { kind: 'reject'; reasons: readonly string[] };

/** What is to become of each row beside the entries there are; `made` are main items, by code, that are entries as good as written. */
export async function planRows(ctx: Context, regionCode: string, rows: readonly ParsedRow[], made: ReadonlyMap<string, MainItem> = new Map()): Promise<{ row: ParsedRow; plan: Plan }[]> {
  const codes = rows.flatMap(({ elements: { catalogCode, localCatalogCode, parentCode } }) => [catalogCode, localCatalogCode, parentCode]).filter((code) => code !== undefined);
  const existing = byCode(await findByCodes(ctx, [...new Set(codes)]));
  return rows.map((row) => ({ row, plan: planRow(row, regionCode, existing, made) }));
}

function byCode(rows: readonly Existing[]): Map<string, Existing> {
  return new Map(rows.flatMap((row) => [row.catalogCode, row.localCatalogCode].flatMap((code) => code === null ? [] : [[code, row] as const])));
}

function planRow(row: ParsedRow, regionCode: string, existing: ReadonlyMap<string, Existing>, made: ReadonlyMap<string, MainItem>): Plan {
  const { catalogCode, localCatalogCode, parentCode } = row.elements;
  const entry = existing.get(catalogCode ?? '') ?? existing.get(localCatalogCode ?? '');
  const parent = parentCode === undefined ? null : existing.get(parentCode) ?? made.get(parentCode);
  const plan: Plan = entry ? planExisting(row, regionCode, entry) : row.cancels ? { kind: 'reject', reasons: ['要取消的目录事项不存在。'] } : { kind: 'create', parentId: parent?.id ?? null };
  const reasons = [
    ...row.faults,
    ...(parent === undefined ? [`没有编码为“${parentCode}”的主项，请把主项一并导入。`] : []),
    ...(parent && parent.parentId !== null ? [`主项“${parent.name}”本身是子项，基本目录只有主项、子项两级。`] : []),
    ...(plan.kind === 'reject' ? plan.reasons : []),
  ];
  return reasons.length > 0 ? { kind: 'reject', reasons } : plan;
}

function planExisting(row: ParsedRow, regionCode: string, entry: Existing): Plan {
  if (entry.regionCode !== regionCode) return { kind: 'reject', reasons: [`这个编码已在区划${entry.regionCode}的目录中，请确认导入的是哪一级的目录。`] };
  if (digestOf(row) === entry.importDigest || saysTheSame(row, entry)) return { kind: 'same' };
  const { catalogCode, localCatalogCode } = row.elements;
  const kept = (entry.catalogCode === null || entry.catalogCode === catalogCode) && (entry.localCatalogCode === null || localCatalogCode === undefined || entry.localCatalogCode === localCatalogCode);
  const reasons = [
    ...(openEntryStates.some((state) => state === entry.latestState) ? ['这个目录事项有正在编制或审核的版本，请先处理它，再导入。'] : []),
    ...(kept ? [] : [`编码与现有目录事项“${entry.name}”不一致，编码变更请取消原目录事项后新增。`]),
  ];
  if (reasons.length > 0) return { kind: 'reject', reasons };
  if (row.cancels && entry.state !== 'in-force') return { kind: 'same' };
  return { kind: 'change', entry };
}

function saysTheSame({ elements, cancels }: ParsedRow, { latestElements, latestCancels, state }: Existing): boolean {
  return cancels === latestCancels && state !== 'cancelled' && isDeepStrictEqual(elements, latestElements);
}
