import { maskName } from '@tongban/identifiers';
import type { Selectable } from 'kysely';
import { requirePerson, requireStaff, type PersonActor } from '../../kernel/access/index.ts';
import type { Context } from '../../kernel/context.ts';
import { tablesOf } from '../../kernel/db/index.ts';
import { fail as kernelFail } from '../../kernel/errors/kernel-errors.ts';
import { listActingChoices } from '../../kernel/identity/index.ts';
import { fail } from './errors.ts';
import { usableUntil } from './states.ts';
import type { SharingTables } from './tables.ts';

export type ShareRecord = Selectable<SharingTables['sharing.share']>;
export type ThingRecord = Selectable<SharingTables['sharing.thing']>;

export const sharingTables = (ctx: Pick<Context, 'kernel'>) => tablesOf<SharingTables>(ctx.kernel.db);

/** Whose licences and files a person shares: one's own, or those of whom the session acts for. @throws kernel.mandate-ended */
export function subjectOf(ctx: Context): { actor: PersonActor; kind: 'person' | 'company'; id: string; name: string } {
  const actor = requirePerson(ctx);
  if (actor.mandateLapsed) throw kernelFail('kernel.mandate-ended');
  const { kind, id, name } = actor.actingFor ?? { kind: 'person' as const, id: actor.id, name: actor.name };
  return { actor, kind, id, name };
}

/** Whether an agent's mandate is limited, who then sees of the principal's shares only the own ones. */
export const seesOwnOnly = (actor: PersonActor): boolean => actor.actingFor?.itemCategories !== undefined;

/** A share of the person, or of whom the session acts for. @throws sharing.not-found */
export async function getOwnShare(ctx: Context, shareId: string): Promise<ShareRecord> {
  const { actor, kind, id } = subjectOf(ctx);
  const share = await sharingTables(ctx).selectFrom('sharing.share').selectAll().where('id', '=', shareId).executeTakeFirst();
  if (share?.subjectKind !== kind || share.subjectId !== id || (seesOwnOnly(actor) && share.madeById !== actor.id)) throw fail('sharing.not-found');
  return share;
}

/** The things of a share in their order. */
export function listThings(ctx: Context, shareId: string): Promise<ThingRecord[]> {
  return sharingTables(ctx).selectFrom('sharing.thing').selectAll().where('shareId', '=', shareId).orderBy('position').execute();
}

/** A share stands as long as it is not taken back and, when an agent made it, the mandate is in force. @throws sharing.withdrawn, sharing.mandate-ended */
export async function requireStanding(ctx: Context, share: ShareRecord): Promise<void> {
  if (share.withdrawnAt !== null) throw fail('sharing.withdrawn');
  if (share.mandateId === null) return;
  const inForce = await listActingChoices(ctx, share.madeById);
  if (!inForce.some(({ mandateId }) => mandateId === share.mandateId)) throw fail('sharing.mandate-ended');
}

/** A share that this clerk scanned and may still use. @throws sharing.not-found, sharing.withdrawn, sharing.mandate-ended, sharing.take-time-over */
export async function getScannedRecord(ctx: Context, shareId: string): Promise<ShareRecord> {
  const staff = requireStaff(ctx);
  const share = await sharingTables(ctx).selectFrom('sharing.share').selectAll().where('id', '=', shareId).executeTakeFirst();
  if (share?.scannedById !== staff.id) throw fail('sharing.not-found');
  await requireStanding(ctx, share);
  if (ctx.kernel.clock.now().getTime() > usableUntil(share).getTime()) throw fail('sharing.take-time-over');
  return share;
}

/** The name of a subject as others may see it: of a person in part. */
export function shownName({ kind, name }: { kind: 'person' | 'company'; name: string }): string {
  return kind === 'person' ? maskName(name) : name;
}
