import { dateInWords } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch } from '../../../kernel/db/index.ts';
import { fail as kernelFail } from '../../../kernel/errors/kernel-errors.ts';
import { publishEvent, type DomainEvent } from '../../../kernel/events/index.ts';
import { closeItem } from '../../catalog/index.ts';
import { delegationKindLabels } from '../contract.ts';
import { delegationEnded } from '../events.ts';
import { getDelegationRow, isOn, readItems, type DelegationRow } from '../queries/record.ts';
import { findNextState } from '../states.ts';
import type { DelegationTables } from '../tables.ts';
import { addChange, requireNext } from './change-delegation.ts';

const permission = 'delegation.delegation.end';

/** Ends a delegation before its day: the giver takes it back, or the receiver gives it back. @throws forbidden to anyone else, delegation.state-refused, delegation.stale */
export async function endEarly(ctx: Context, id: string, version: number, reason: string): Promise<void> {
  const row = await getDelegationRow(ctx, id);
  const [giver, receiver] = [isOn(ctx, permission, row, 'giver'), isOn(ctx, permission, row, 'receiver')];
  if (!giver && !receiver) throw kernelFail('kernel.forbidden', { permission });
  requireNext(row, 'end');
  await close(ctx, row, version, { label: giver ? '收回' : '交回', text: reason });
}

/** Ends a delegation whose last day is over. */
export async function expire(ctx: Context, row: DelegationRow): Promise<void> {
  await close(ctx, row, row.version, { label: '到期终止', text: row.endsOn === null ? undefined : `期限至${dateInWords(row.endsOn)}。` });
}

/** Ends what an organisation has given to itself, since giver and receiver were merged. */
export async function endWithin(ctx: Context, event: DomainEvent): Promise<void> {
  const { toId } = event.data as { toId: string };
  const rows = await tablesOf<DelegationTables>(ctx.kernel.db).selectFrom('delegation.delegation').selectAll().where('giverId', '=', toId).where('receiverId', '=', toId).execute();
  for (const row of rows) {
    if (findNextState(row.state, 'end') !== undefined) await close(ctx, row, row.version, { label: '机构合并', text: '双方已是同一机构。' });
  }
}

/** The receiver's lists are over with it; cases under way are handled to their end. */
async function close(ctx: Context, row: DelegationRow, version: number, { label, text }: { label: string; text: string | undefined }): Promise<void> {
  const batch = new WriteBatch();
  const reason = `${row.giverName}的${delegationKindLabels[row.kind]}已终止（${label}）${text ? `：${text}` : '。'}`;
  for (const { receiverItemId } of await readItems(ctx, row.id)) if (receiverItemId !== null) await closeItem(ctx, batch, receiverItemId, reason);
  addChange(ctx, batch, row, version, { state: 'ended', label, text });
  publishEvent(ctx, batch, { type: delegationEnded, aggregateType: 'delegation', aggregateId: row.id, data: { label } });
  await commit(ctx, batch);
}
