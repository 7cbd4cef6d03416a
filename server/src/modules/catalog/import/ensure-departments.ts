import type { Context } from '../../../kernel/context.ts';
import { commit } from '../../../kernel/commit.ts';
import { tablesOf, WriteBatch } from '../../../kernel/db/index.ts';
import type { Organization } from '../../../kernel/organization/contract.ts';
import { addOrganization, findClosedOrganization, findOrganization, listSuccessors } from '../../../kernel/organization/index.ts';
import type { OrganizationTables } from '../../../kernel/organization/tables.ts';
import type { ListedItem } from './parse-row.ts';

/** A department of the list as the organisation tree has it. */
export interface MatchedDepartment {
  readonly id: string;
  readonly path: string;
  readonly created: boolean;
  /** Its name, when the list still names one that was merged into it. */
  readonly successorName?: string;
}

/** A department of the list that is no more and whose work nobody goes on with. */
export interface ClosedDepartment {
  readonly reason: string;
}

/** One department as a list names it. */
export interface ListedDepartment {
  readonly regionCode: string;
  readonly name: string;
  /** The credit code most of its rows agree on, if any is sound. */
  readonly code: string | undefined;
}

/** Departments are the same when region and name are: codes in lists are too often wrong to tell by. */
export function departmentKey({ regionCode, name }: Pick<ListedDepartment, 'regionCode' | 'name'>): string {
  return `${regionCode} ${name}`;
}

/** The departments that rows name, each once, with the sound code that most of its rows give. */
export function collectDepartments(rows: readonly ListedItem[]): ListedDepartment[] {
  const groups = new Map<string, ListedItem[]>();
  for (const row of rows) {
    const key = departmentKey({ regionCode: row.regionCode, name: row.departmentName });
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ regionCode: first.regionCode, name: first.departmentName, code: commonestCode(group) }] : [];
  });
}

function commonestCode(rows: readonly ListedItem[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { departmentCode } of rows) {
    if (departmentCode.kind === 'unified-social-credit-code') counts.set(departmentCode.normalized, (counts.get(departmentCode.normalized) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

/**
 * Finds each department by region and name, adding those that are missing below the region's government. One that was merged
 * leads to its successor: a list is no reason to undo a merger (ORG-01).
 */
export async function ensureDepartments(ctx: Context, departments: readonly ListedDepartment[]): Promise<Map<string, MatchedDepartment | ClosedDepartment>> {
  const matched = new Map<string, MatchedDepartment | ClosedDepartment>();
  for (const department of departments) matched.set(departmentKey(department), await ensureDepartment(ctx, department));
  return matched;
}

async function ensureDepartment(ctx: Context, { regionCode, name, code }: ListedDepartment): Promise<MatchedDepartment | ClosedDepartment> {
  const found = await findOrganization(ctx, { name, regionCode });
  if (found) return { id: found.id, path: found.path, created: false };
  const closed = await findClosedOrganization(ctx, { name, regionCode });
  if (closed) return followMerger(ctx, closed);
  const parent = await ensureGovernment(ctx, regionCode);
  const holder = code === undefined ? undefined : await findOrganization(ctx, { code });
  const batch = new WriteBatch();
  // A code that another organisation holds already says nothing about this one.
  const added = addOrganization(ctx, batch, { parent, name, shortName: name, code: holder ? null : code ?? null, kind: 'department', regionCode });
  await commit(ctx, batch);
  return { ...added, created: true };
}

async function followMerger(ctx: Context, { id, name }: Organization): Promise<MatchedDepartment | ClosedDepartment> {
  const successor = (await listSuccessors(ctx, [id])).get(id);
  if (successor?.validTo === null) return { id: successor.id, path: successor.path, created: false, successorName: successor.name };
  const fate = successor ? `已并入“${successor.name}”，“${successor.name}”后来也已撤销` : '已撤销';
  return { reason: `部门“${name}”${fate}，没有承接的机构，请改为现在承担这项职责的部门后重新导入。` };
}

export function isClosed(department: MatchedDepartment | ClosedDepartment): department is ClosedDepartment {
  return 'reason' in department;
}

async function ensureGovernment(ctx: Context, regionCode: string): Promise<{ id: string; path: string }> {
  const tables = tablesOf<OrganizationTables>(ctx.kernel.db);
  const found = await tables.selectFrom('organization.organization').select(['id', 'path']).where('regionCode', '=', regionCode)
    .where('kind', '=', 'government').where('validTo', 'is', null).orderBy('path').executeTakeFirst();
  if (found) return found;
  const region = await tables.selectFrom('organization.region').select('fullName').where('code', '=', regionCode).executeTakeFirst();
  const batch = new WriteBatch();
  const added = addOrganization(ctx, batch, { parent: null, name: `${region?.fullName ?? regionCode}人民政府`, kind: 'government', regionCode });
  await commit(ctx, batch);
  return added;
}
