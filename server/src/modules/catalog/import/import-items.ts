import { recordAuditNow } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch } from '../../../kernel/db/index.ts';
import { getDictionary } from '../../../kernel/dictionary/index.ts';
import type { OrganizationTables } from '../../../kernel/organization/tables.ts';
import { fail } from '../errors.ts';
import { elementLabels } from '../contract.ts';
import { forgetAnswers } from '../search/recent-answers.ts';
import { collectDepartments, departmentKey, ensureDepartments, isClosed, type ClosedDepartment, type MatchedDepartment } from './ensure-departments.ts';
import { findStandingItems } from './find-standing-items.ts';
import { isRejected, parseRow, shorten, type ListedItem, type RejectedRow } from './parse-row.ts';
import { planIncoming, type IncomingPlan } from './plan-incoming.ts';
import type { ItemList } from './read-list.ts';
import { toListedElements } from './to-listed-elements.ts';
import { addIncoming } from './write-incoming.ts';

/** What an import did; `read` is the sum of the other four. */
export interface ImportSummary {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
}

export interface ImportReport {
  readonly summary: ImportSummary;
  readonly rejections: readonly RejectedRow[];
  readonly departments: { readonly created: number; readonly matched: number };
  /** Rows per kind of finding. */
  readonly findings: ReadonlyMap<string, number>;
}

const ROWS_A_TRANSACTION = 200;

/**
 * Imports a list of items (CAT-12). Rows are told apart by their local code; running the same list again changes nothing.
 * Every row left out is named with its reasons. Interrupted, it can simply be run again.
 * @throws catalog.import-running while another import runs
 */
export async function importItems(ctx: Context, list: ItemList): Promise<ImportReport> {
  const client = await ctx.kernel.db.pool.connect();
  try {
    const { rows: [lock] } = await client.query<{ taken: boolean }>(`SELECT pg_try_advisory_lock(hashtext('catalog.import-items')) AS taken`);
    if (lock?.taken !== true) throw fail('catalog.import-running');
    return await importLocked(ctx, list);
  } finally {
    // Closing the connection gives the lock back too, but only once the server has noticed.
    await client.query(`SELECT pg_advisory_unlock_all()`).catch(() => undefined);
    client.release(true);
  }
}

async function importLocked(ctx: Context, { rows, digest }: ItemList): Promise<ImportReport> {
  const { accepted: sound, rejections } = await readRows(ctx, rows);
  const { departments, accepted, orphaned } = await assignDepartments(ctx, sound);
  rejections.push(...orphaned);
  const summary: ImportSummary = { read: rows.length, created: 0, updated: 0, unchanged: 0, rejected: 0 };
  for (let start = 0; start < accepted.length; start += ROWS_A_TRANSACTION) {
    const differing = await writeRows(ctx, accepted.slice(start, start + ROWS_A_TRANSACTION), departments, summary);
    rejections.push(...differing);
  }
  summary.rejected = rejections.length;
  await recordAuditNow(ctx, { action: 'catalog.import-items', objectType: 'item-list', objectId: digest, detail: { ...summary } });
  const created = [...departments.values()].filter((department) => department.created).length;
  return {
    summary, rejections: rejections.sort((one, other) => one.number - other.number),
    departments: { created, matched: departments.size - created }, findings: countFindings(accepted),
  };
}

/** The departments of the rows; rows of a department that is no more, and that nobody has taken over, are left out. */
async function assignDepartments(ctx: Context, rows: readonly ListedItem[]) {
  const found = await ensureDepartments(ctx, collectDepartments(rows));
  const departments = new Map<string, MatchedDepartment>();
  const closed = new Map<string, ClosedDepartment>();
  for (const [key, department] of found) if (isClosed(department)) closed.set(key, department); else departments.set(key, department);
  const accepted: ListedItem[] = [];
  const orphaned: RejectedRow[] = [];
  for (const row of rows) {
    const gone = closed.get(keyOf(row));
    if (gone) orphaned.push({ number: row.number, code: row.localTaskCode, name: shorten(row.name), reasons: [gone.reason] });
    else accepted.push(row);
  }
  return { departments, accepted, orphaned };
}

function keyOf({ regionCode, departmentName }: ListedItem): string {
  return departmentKey({ regionCode, name: departmentName });
}

/** Plans and writes some rows; gives those that the platform has its own words for. */
async function writeRows(
  ctx: Context, rows: readonly ListedItem[], departments: ReadonlyMap<string, MatchedDepartment>, summary: ImportSummary,
): Promise<RejectedRow[]> {
  const standing = await findStandingItems(ctx, rows.map(({ localTaskCode }) => localTaskCode));
  const planned = rows.flatMap((row) => {
    const department = departments.get(keyOf(row));
    if (!department) return [];
    const incoming = { localTaskCode: row.localTaskCode, said: toListedElements(row, department.id, department.successorName), findings: row.findings };
    return [{ row, plan: { ...planIncoming(incoming, standing.get(row.localTaskCode)), organizationPath: department.path } }];
  });
  const of = (verdict: IncomingPlan['verdict']) => planned.filter(({ plan }) => plan.verdict === verdict);
  const batch = new WriteBatch();
  await addIncoming(ctx, batch, [...of('new'), ...of('changed')].map(({ plan }) => plan), { publish: true });
  await commit(ctx, batch);
  forgetAnswers(ctx.kernel);
  summary.created += of('new').length;
  summary.updated += of('changed').length;
  summary.unchanged += of('unchanged').length;
  return of('differs').map(({ row: { number, localTaskCode, name }, plan: { differences } }) => (
    { number, code: localTaskCode, name: shorten(name), reasons: [`这个事项已在平台上编制，清单的${elementLabels(differences).join('、')}与平台不同，没有覆盖，请在工作台“导入导出”中逐项核对。`] }));
}

async function readRows(ctx: Context, rows: readonly unknown[]): Promise<{ accepted: ListedItem[]; rejections: RejectedRow[] }> {
  const { entries } = await getDictionary(ctx.kernel, 'task-type');
  const taskTypes = new Set(entries.filter(({ active }) => active).map(({ code }) => code));
  const isKnownRegion = await readRegions(ctx);
  const firstOf = new Map<string, number>();
  const accepted: ListedItem[] = [];
  const rejections: RejectedRow[] = [];
  for (const [index, raw] of rows.entries()) {
    const row = parseRow(raw, index + 1, { taskTypes, isKnownRegion });
    if (isRejected(row)) { rejections.push(row); continue; }
    const earlier = firstOf.get(row.localTaskCode);
    if (earlier === undefined) {
      firstOf.set(row.localTaskCode, row.number);
      accepted.push(row);
    } else {
      rejections.push({ number: row.number, code: row.localTaskCode, name: row.name, reasons: [`地方实施编码与第${earlier}行重复，请核对后只保留一行。`] });
    }
  }
  return { accepted, rejections };
}

/** Whether a region exists; before the regions are loaded only the form of a code can be judged. */
async function readRegions(ctx: Context): Promise<(code: string) => boolean> {
  const rows = await tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.region').select('code').execute();
  const known = new Set(rows.map(({ code }) => code));
  return (code) => known.size === 0 || known.has(code);
}

function countFindings(rows: readonly ListedItem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { findings } of rows) {
    for (const code of new Set(findings.map((finding) => finding.code))) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}
