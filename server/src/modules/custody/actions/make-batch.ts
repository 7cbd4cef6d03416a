import type { BodyOf } from '@tongban/contract-kit';
import { requireStaff } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { listOrganizationsById } from '../../../kernel/organization/index.ts';
import { newCode } from '../codes.ts';
import type { Batch, Leg, makeBatch as operation } from '../contract.ts';
import { fail } from '../errors.ts';
import { viewBatch } from '../queries/view-batch.ts';
import { envelopesOf, maySendFor, type EnvelopeRecord } from '../record.ts';
import { applyEnvelopeAction, standingLabel } from '../states.ts';
import type { CustodyTables } from '../tables.ts';
import { addStep } from './add-step.ts';

interface Place { id: string; name: string; path: string }

const different = (places: readonly Place[]): Place[] => [...new Map(places.map((place) => [place.id, place])).values()];

/**
 * Puts envelopes together for one hand-over: forward to the department of their rule, back to the window that took the
 * paper, or to an archive (INT-12).
 * @throws custody.listed-twice, .envelope-not-found, .not-holder, .stale, .wrong-state, .several-holders, .several-destinations, .archive-needed
 */
export async function makeBatch(ctx: Context, { leg, envelopes: asked, toId, note = '' }: BodyOf<typeof operation>): Promise<Batch> {
  const staff = requireStaff(ctx);
  const versions = new Map(asked.map(({ id, version }) => [id, version]));
  if (versions.size < asked.length) throw fail('custody.listed-twice');
  const rows = await envelopesOf(ctx).where('e.id', 'in', [...versions.keys()]).execute();
  if (rows.length < versions.size) throw fail('custody.envelope-not-found');
  for (const row of rows) check(ctx, row, versions.get(row.id), leg);
  const from = onlyPlace(rows.map((row) => ({ id: row.holderId, name: row.holderName, path: row.holderPath })), (names) => fail('custody.several-holders', { names }));
  const to = await destinationOf(ctx, rows, leg, toId);
  const [id, number, now] = [createId(), await newCode(ctx, 'batch'), ctx.kernel.clock.now()];
  const batch = new WriteBatch();
  const writes = writesFor<CustodyTables>(batch);
  const position = new Map(asked.map(({ id: envelopeId }, at) => [envelopeId, at]));
  writes.insert('custody.batch', {
    id, number, version: 1, state: 'open', leg, fromId: from.id, fromName: from.name, fromPath: from.path, toId: to.id, toName: to.name, toPath: to.path, regionCode: rows[0]?.regionCode ?? staff.regionCode,
    note: note.trim(), madeById: staff.id, madeByName: staff.name, madeAt: now, handedOverById: null, handedOverByName: null, handedOverAt: null,
  });
  for (const row of rows) {
    writes.insert('custody.batchEnvelope', { batchId: id, envelopeId: row.id, position: position.get(row.id) ?? 0, outcome: null, outcomeText: '' });
    addStep(ctx, batch, { ...row, leg, batchNumber: number }, 'put-in', to.name);
  }
  writes.updateEach('custody.envelope', rows.map((row) => ({
    id: row.id, version: row.version, leg, state: 'batched' as const, prior: { leg: row.leg, state: row.state }, batchId: id, batchNumber: number,
    destinationId: to.id, destinationName: to.name, destinationPath: to.path, paths: [...new Set([...row.paths, to.path])],
  })), ['id', 'version'], { expected: rows.length, otherwise: () => fail('custody.stale', { code: rows.length === 1 ? rows[0]?.code ?? '' : '（所选之一）' }) }, 'version');
  recordAudit(ctx, batch, { action: 'custody.make-batch', objectType: 'custody-batch', objectId: id, detail: { number, leg, to: to.name, size: rows.length } });
  await commit(ctx, batch);
  return viewBatch(ctx, id);
}

function check(ctx: Context, row: EnvelopeRecord, version: number | undefined, leg: Leg): void {
  if (!maySendFor(ctx, { path: row.holderPath, regionCode: row.regionCode })) throw fail('custody.not-holder', { code: row.code, holder: row.holderName });
  if (row.version !== version) throw fail('custody.stale', { code: row.code });
  const outcome = applyEnvelopeAction(row, { type: 'put-in', leg });
  if (!outcome.ok) throw fail(outcome.refusal, { code: row.code, state: standingLabel(row) });
}

function onlyPlace(places: readonly Place[], otherwise: (names: string) => Error): Place {
  const [one, ...others] = different(places);
  if (!one || others.length > 0) throw otherwise(different(places).map(({ name }) => name).join('、'));
  return one;
}

async function destinationOf(ctx: Context, rows: readonly EnvelopeRecord[], leg: Leg, toId: string | undefined): Promise<Place> {
  if (leg === 'archive') {
    const archive = toId === undefined ? undefined : (await listOrganizationsById(ctx, [toId])).get(toId);
    if (!archive || archive.validTo !== null) throw fail('custody.archive-needed');
    return archive;
  }
  const places = rows.map((row) => (leg === 'forward' ? { id: row.receiverId, name: row.receiverName, path: row.receiverPath } : { id: row.originId, name: row.originName, path: row.originPath }));
  return onlyPlace(places, (names) => fail('custody.several-destinations', { names }));
}
