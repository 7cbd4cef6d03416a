import { requireScope } from '../../../kernel/access/index.ts';
import { liesInScope } from '../../../kernel/access/scope-filter.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { fail as kernelFail } from '../../../kernel/errors/kernel-errors.ts';
import type { Organization } from '../../../kernel/organization/contract.ts';
import { getOrganization } from '../../../kernel/organization/index.ts';
import type { BodyOf } from '@tongban/contract-kit';
import type { claimEntries, RowResult } from '../claim.contract.ts';
import { fail } from '../errors.ts';
import { readLatestContents } from '../latest-contents.ts';
import { getEntryRecord, type EntryRow } from '../queries/entry-record.ts';
import type { DirectoryTables } from '../tables.ts';
import { rowByRow } from './row-by-row.ts';
import { shouldClaim } from './slots.ts';

type Body = BodyOf<typeof claimEntries>;
type ClaimInput = Body['rows'][number];

/** Claims entries for a department, or says that they do not apply there; each row by itself (CAT-01). @throws forbidden outside the actor's scope */
export async function submitClaims(ctx: Context, { organizationId, rows }: Body): Promise<RowResult[]> {
  const organization = await getOrganization(ctx, organizationId);
  const belonging = { organizationPath: organization.path, regionCode: organization.regionCode };
  if (!liesInScope(requireScope(ctx, 'directory.claim.submit'), ctx.actor, belonging)) throw kernelFail('kernel.forbidden');
  return rowByRow(rows, (row) => submitClaim(ctx, organization, row));
}

async function submitClaim(ctx: Context, organization: Organization, row: ClaimInput): Promise<string> {
  if (organization.validTo !== null) throw fail('directory.department-closed', { department: organization.name });
  const entry = await getEntryRecord(ctx, row.entryId);
  const level = await requireSlot(ctx, entry, organization);
  if (row.kind === 'not-applicable' && !row.reason?.trim()) throw fail('directory.reason-required');
  const itemId = row.kind === 'link' ? await requireFit(ctx, entry, organization, row.itemId) : null;
  const [id, now] = [createId(), ctx.kernel.clock.now()];
  const department = organization.shortName ?? organization.name;
  const batch = new WriteBatch().onViolation('claim_standing', () => fail('directory.already-claimed', { name: entry.name, department }))
    .onViolation('claim_item', () => fail('directory.item-unfit', { item: '这个事项', name: entry.name, why: '它已关联其他目录事项' }));
  writesFor<DirectoryTables>(batch).insert('directory.claim', {
    id, entryId: entry.id, regionCode: organization.regionCode, level, organizationId: organization.id, organizationPath: organization.path,
    organizationName: department, kind: row.kind, state: 'pending', itemId, reason: row.reason?.trim() || null, version: 1, claimedAt: now,
    claimedById: ctx.actor.id, claimedByName: ctx.actor.name,
  });
  recordAudit(ctx, batch, { action: 'directory.submit-claim', objectType: 'directory-claim', objectId: id, detail: { entry: entry.code, kind: row.kind } });
  await commit(ctx, batch);
  return id;
}

/** The level at which the department's region should claim the entry. @throws directory.not-in-force, directory.is-main-item, directory.not-for-region */
async function requireSlot(ctx: Context, entry: EntryRow, { regionCode }: Organization): Promise<string> {
  if (entry.state !== 'in-force' || entry.paused) throw fail('directory.not-in-force', { name: entry.name });
  const db = tablesOf<DirectoryTables>(ctx.kernel.db);
  const slot = await db.selectFrom('directory.participant as p').innerJoin('directory.entry as e', (join) => join.on('e.id', '=', entry.id))
    .select('p.exerciseLevel').where('p.regionCode', '=', regionCode).where(shouldClaim).executeTakeFirst();
  if (slot) return slot.exerciseLevel;
  const child = await db.selectFrom('directory.entry').select('id').where('parentId', '=', entry.id).where('state', '=', 'in-force').executeTakeFirst();
  if (child) throw fail('directory.is-main-item', { name: entry.name });
  const region = await db.selectFrom('directory.participant').select('name').where('regionCode', '=', regionCode).executeTakeFirst();
  throw fail('directory.not-for-region', { name: entry.name, region: region?.name ?? regionCode });
}

/** The item to link: of the same type and department, and still alive. @throws directory.item-required, directory.item-unfit */
async function requireFit(ctx: Context, entry: EntryRow, organization: Organization, itemId: string | undefined): Promise<string> {
  if (itemId === undefined) throw fail('directory.item-required');
  const item = (await readLatestContents(ctx, [itemId])).get(itemId);
  const unfit = (why: string) => fail('directory.item-unfit', { item: item?.name ?? '这个事项', name: entry.name, why });
  if (!item) throw unfit('它不存在或者已取消');
  if (!item.organizationPath.startsWith(organization.path)) throw unfit('它不是本部门的事项');
  if (item.elements.taskType !== entry.taskType) throw unfit('事项类型不同');
  return itemId;
}
