import { recordAudit } from '../../../kernel/audit/index.ts';
import { authorize } from '../../../kernel/access/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { claimFiles, findFiles, releaseFiles } from '../../../kernel/files/index.ts';
import type { Organization } from '../../../kernel/organization/contract.ts';
import { getOrganization } from '../../../kernel/organization/index.ts';
import { cancelReview, startReview } from '../../../kernel/reviews/index.ts';
import { requireItems, type GivenItem } from '../check-items.ts';
import type { DelegationInput } from '../contract.ts';
import { fail } from '../errors.ts';
import { powerSourceOf } from '../power-source.ts';
import { getDelegationRow, readItems, requireSide, type DelegationRow } from '../queries/record.ts';
import { reviewedDelegation } from '../review-subject.ts';
import type { DelegationTables } from '../tables.ts';
import { addChange, requireNext } from './change-delegation.ts';

interface Proposal { giver: Organization; receiver: Organization; items: GivenItem[]; columns: ReturnType<typeof columnsOf> }

/** Checks what a giver proposes: both sides, the level, the dates, the items. @throws the refusals of delegation/errors */
async function readProposal(ctx: Context, input: DelegationInput): Promise<Proposal> {
  const [giver, receiver] = await Promise.all([getOrganization(ctx, input.giverId), getOrganization(ctx, input.receiverId)]);
  authorize(ctx, 'delegation.delegation.propose', { organizationPath: giver.path, regionCode: giver.regionCode });
  if (giver.id === receiver.id) throw fail('delegation.same-party');
  for (const { validTo, name } of [giver, receiver]) if (validTo !== null) throw fail('delegation.department-closed', { department: name });
  const powerSource = powerSourceOf(input.kind, giver, receiver);
  if (input.kind === 'entrust' && input.endsOn === undefined) throw fail('delegation.end-required');
  if (input.endsOn !== undefined && (input.endsOn < input.startsOn || input.endsOn < chinaDate(ctx.kernel.clock.now()))) throw fail('delegation.dates-wrong');
  const [file] = input.fileId === undefined ? [] : await findFiles(ctx, [input.fileId]);
  return { giver, receiver, items: await requireItems(ctx, giver, input.itemIds), columns: columnsOf(input, { giver, receiver, powerSource, fileName: file?.name ?? null }) };
}

function columnsOf(input: DelegationInput, { giver, receiver, powerSource, fileName }: { giver: Organization; receiver: Organization; powerSource: string; fileName: string | null }) {
  return {
    kind: input.kind, giverId: giver.id, giverPath: giver.path, giverName: giver.shortName ?? giver.name, giverRegion: giver.regionCode, receiverId: receiver.id,
    receiverPath: receiver.path, receiverName: receiver.shortName ?? receiver.name, receiverRegion: receiver.regionCode, powerSource, legalBasis: input.legalBasis.trim(),
    fileId: input.fileId ?? null, fileName, startsOn: input.startsOn, endsOn: input.endsOn ?? null, changeable: input.changeable, terms: input.terms?.trim() || null,
  };
}

function addItems(batch: WriteBatch, delegationId: string, receiverId: string, items: readonly GivenItem[]): void {
  writesFor<DelegationTables>(batch).insert('delegation.item', items.map(({ itemId, name }, position) => ({
    delegationId, itemId, itemName: name, position, receiverId, standing: false, receiverItemId: null,
  })));
}

/** Drafts a delegation (CAT-02); gives its id. */
export async function propose(ctx: Context, input: DelegationInput): Promise<string> {
  const { receiver, items, columns } = await readProposal(ctx, input);
  const [id, now] = [createId(), ctx.kernel.clock.now()];
  const batch = new WriteBatch();
  writesFor<DelegationTables>(batch).insert('delegation.delegation', {
    id, version: 1, state: 'draft', ...columns, steps: [{ label: '拟定', by: ctx.actor.name, at: now.toISOString(), text: null }], submittedById: null, updatedAt: now,
  });
  addItems(batch, id, receiver.id, items);
  if (input.fileId !== undefined) claimFiles(batch, [input.fileId], { type: 'delegation', id }, { uploadedBy: ctx.actor.id });
  recordAudit(ctx, batch, { action: 'delegation.propose', objectType: 'delegation', objectId: id, detail: { kind: input.kind, items: input.itemIds.length } });
  await commit(ctx, batch);
  return id;
}

/** Changes a draft. @throws delegation.stale, delegation.state-refused and those of `propose` */
export async function edit(ctx: Context, id: string, version: number, input: DelegationInput): Promise<void> {
  const row = await getOwn(ctx, id);
  const state = requireNext(row, 'edit');
  const { receiver, items, columns } = await readProposal(ctx, input);
  const known = await readItems(ctx, id);
  const batch = new WriteBatch();
  addChange(ctx, batch, row, version, { state, label: '修改', set: columns });
  const writes = writesFor<DelegationTables>(batch);
  const gone = known.filter(({ itemId }) => !input.itemIds.includes(itemId)).map(({ itemId }) => itemId);
  if (gone.length > 0) writes.delete('delegation.item', { delegationId: id, itemId: gone });
  for (const [position, { itemId, name }] of items.entries()) {
    if (known.some((one) => one.itemId === itemId)) writes.update('delegation.item', { itemName: name, position, receiverId: receiver.id }, { delegationId: id, itemId });
    else writes.insert('delegation.item', { delegationId: id, itemId, itemName: name, position, receiverId: receiver.id, standing: false, receiverItemId: null });
  }
  changeFile(ctx, batch, row, input.fileId);
  await commit(ctx, batch);
}

function changeFile(ctx: Context, batch: WriteBatch, row: DelegationRow, fileId: string | undefined): void {
  if (row.fileId === (fileId ?? null)) return;
  const owner = { type: 'delegation', id: row.id };
  if (row.fileId !== null) releaseFiles(ctx, batch, [row.fileId], owner);
  if (fileId !== undefined) claimFiles(batch, [fileId], owner, { uploadedBy: ctx.actor.id });
}

/** Sends a draft to the giver's reviewers, by the process set for delegations (CAT-03). @throws delegation.file-required and those of `propose` */
export async function submit(ctx: Context, id: string, version: number): Promise<void> {
  const row = await getOwn(ctx, id);
  const state = requireNext(row, 'submit');
  if (row.fileId === null) throw fail('delegation.file-required');
  const items = await readItems(ctx, id);
  // Organisations, items and days may have changed since it was drafted.
  await readProposal(ctx, {
    kind: row.kind, giverId: row.giverId, receiverId: row.receiverId, itemIds: items.map(({ itemId }) => itemId), legalBasis: row.legalBasis, startsOn: row.startsOn,
    ...(row.endsOn === null ? {} : { endsOn: row.endsOn }), changeable: row.changeable,
  });
  const batch = new WriteBatch();
  addChange(ctx, batch, row, version, { state, label: '提交审核', set: { submittedById: ctx.actor.id } });
  await startReview(ctx, batch, { kind: 'delegation', subject: reviewedDelegation(row, items), organizationPath: row.giverPath });
  await commit(ctx, batch);
}

/** Takes it back: from the reviewers it becomes a draft again, from the receiver it is over. */
export async function withdraw(ctx: Context, id: string, version: number, reason: string): Promise<void> {
  const row = await getOwn(ctx, id);
  const state = requireNext(row, 'withdraw');
  const batch = new WriteBatch();
  addChange(ctx, batch, row, version, { state, label: '撤回', text: reason });
  if (row.state === 'in-review') await cancelReview(ctx, batch, reviewedDelegation(row, await readItems(ctx, id)));
  await commit(ctx, batch);
}

/** Throws a draft away. */
export async function discard(ctx: Context, id: string, version: number): Promise<void> {
  const row = await getOwn(ctx, id);
  requireNext(row, 'discard');
  const batch = new WriteBatch();
  const writes = writesFor<DelegationTables>(batch);
  writes.delete('delegation.item', { delegationId: id });
  writes.delete('delegation.delegation', { id, version, state: 'draft' }, { expected: 1, otherwise: () => fail('delegation.stale') });
  if (row.fileId !== null) releaseFiles(ctx, batch, [row.fileId], { type: 'delegation', id });
  recordAudit(ctx, batch, { action: 'delegation.discard', objectType: 'delegation', objectId: id });
  await commit(ctx, batch);
}

async function getOwn(ctx: Context, id: string): Promise<DelegationRow> {
  const row = await getDelegationRow(ctx, id);
  requireSide(ctx, 'delegation.delegation.propose', row, 'giver');
  return row;
}
