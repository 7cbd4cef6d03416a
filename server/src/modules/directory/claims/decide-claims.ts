import type { BodyOf } from '@tongban/contract-kit';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import { getOrganization } from '../../../kernel/organization/index.ts';
import { inheritFrom, startItem } from '../../catalog/index.ts';
import type { Claim, ClaimState, decideClaims as decideOperation, RowResult } from '../claim.contract.ts';
import type { EntryElements } from '../entry.contract.ts';
import { fail } from '../errors.ts';
import { claimApproved } from '../events.ts';
import { getEntryRecord, type EntryRow } from '../queries/entry-record.ts';
import type { DirectoryTables } from '../tables.ts';
import { getClaimRecord, presentClaims, type ClaimRow } from './claim-record.ts';
import { fixedNames, newItemElements } from './new-item.ts';
import { rowByRow } from './row-by-row.ts';

type Body = BodyOf<typeof decideOperation>;

/** Confirms or refuses claims, each by itself (CAT-03 共办事项审核). @throws directory.reason-required for a refusal without one */
export async function decideClaims(ctx: Context, { decision, reason, rows }: Body): Promise<RowResult[]> {
  if (decision === 'refuse' && !reason?.trim()) throw fail('directory.reason-required');
  return rowByRow(rows, async ({ claimId, version }) => {
    const claim = await getClaimRecord(ctx, claimId, 'directory.claim.review');
    if (claim.state !== 'pending') throw fail('directory.claim-decided');
    if (claim.claimedById === ctx.actor.id) throw fail('directory.own-review');
    const { batch, itemId } = decision === 'confirm' ? await startConfirmed(ctx, claim) : { batch: new WriteBatch(), itemId: claim.itemId };
    addDecision(ctx, batch, claim, { version, state: decision === 'confirm' ? 'confirmed' : 'refused', itemId, reason: reason?.trim() || null });
    if (decision === 'confirm') {
      publishEvent(ctx, batch, { type: claimApproved, aggregateType: 'directory-claim', aggregateId: claim.id, data: { entryId: claim.entryId, itemId, organizationId: claim.organizationId } });
    }
    await commit(ctx, batch);
    return claim.id;
  });
}

/** Takes back a claim that nobody has judged yet. @throws directory.claim-not-found, directory.claim-decided, directory.claim-stale */
export async function withdrawClaim(ctx: Context, claimId: string, { version, reason }: { version: number; reason: string }): Promise<Claim> {
  const claim = await getClaimRecord(ctx, claimId, 'directory.claim.submit');
  if (claim.state !== 'pending') throw fail('directory.claim-decided');
  const batch = new WriteBatch();
  addDecision(ctx, batch, claim, { version, state: 'withdrawn', itemId: claim.itemId, reason: reason.trim() });
  await commit(ctx, batch);
  const [shown] = await presentClaims(ctx, [await getClaimRecord(ctx, claimId, 'directory.claim.submit')]);
  if (!shown) throw fail('directory.claim-not-found');
  return shown;
}

function addDecision(
  ctx: Context, batch: WriteBatch, claim: ClaimRow, { version, state, itemId, reason }: { version: number; state: ClaimState; itemId: string | null; reason: string | null },
): void {
  writesFor<DirectoryTables>(batch).update('directory.claim', {
    state, itemId, version: version + 1, decidedAt: ctx.kernel.clock.now(), decidedById: ctx.actor.id, decidedByName: ctx.actor.name, decisionReason: reason,
  }, { id: claim.id, version, state: 'pending' }, { expected: 1, otherwise: () => fail('directory.claim-stale') });
  recordAudit(ctx, batch, { action: 'directory.decide-claim', objectType: 'directory-claim', objectId: claim.id, detail: { state, ...(reason ? { reason } : {}) } });
}

/** The batch of a confirmation: a new implementation list, an existing one hung on the entry, or nothing else. */
async function startConfirmed(ctx: Context, claim: ClaimRow): Promise<{ batch: WriteBatch; itemId: string | null }> {
  const organization = await getOrganization(ctx, claim.organizationId);
  if (organization.validTo !== null) throw fail('directory.department-closed', { department: organization.name });
  const entry = await getEntryRecord(ctx, claim.entryId);
  if (entry.state !== 'in-force' || entry.inForceVersionId === null) throw fail('directory.not-in-force', { name: entry.name });
  if (claim.kind === 'not-applicable') return { batch: new WriteBatch(), itemId: null };
  const elements = await readEntryElements(ctx, entry.inForceVersionId);
  const lockedElements = fixedNames(elements);
  if (claim.kind === 'link' && claim.itemId !== null) {
    const batch = new WriteBatch();
    inheritFrom(batch, claim.itemId, { catalogCode: elements.catalogCode ?? null, lockedElements });
    return { batch, itemId: claim.itemId };
  }
  const item = newItemElements(elements, { organization, level: claim.level, mainItemName: await mainItemNameOf(ctx, entry), edition: await nextEdition(ctx, claim) });
  // The right to confirm a claim is the right to bring its list into being.
  const { batch, receipt } = startItem(ctx, item, { organizationId: organization.id, organizationPath: organization.path, lockedElements });
  return { batch, itemId: receipt.itemId };
}

async function readEntryElements(ctx: Context, versionId: string): Promise<EntryElements> {
  const { elements } = await tablesOf<DirectoryTables>(ctx.kernel.db).selectFrom('directory.entryVersion').select('elements').where('id', '=', versionId).executeTakeFirstOrThrow();
  return elements;
}

async function mainItemNameOf(ctx: Context, { parentId }: EntryRow): Promise<string | undefined> {
  return parentId === null ? undefined : (await getEntryRecord(ctx, parentId)).name;
}

async function nextEdition(ctx: Context, { entryId, organizationId }: ClaimRow): Promise<number> {
  const { count } = await tablesOf<DirectoryTables>(ctx.kernel.db).selectFrom('directory.claim').select((eb) => eb.fn.countAll<number>().as('count'))
    .where('entryId', '=', entryId).where('organizationId', '=', organizationId).where('kind', '=', 'create').where('state', '=', 'ended').executeTakeFirstOrThrow();
  return count + 1;
}
