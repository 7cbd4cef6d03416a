import { listHolders } from '../../kernel/access/list-holders.ts';
import { dateInWords } from '../../kernel/clock/index.ts';
import { commit } from '../../kernel/commit.ts';
import type { Context } from '../../kernel/context.ts';
import { tablesOf, WriteBatch } from '../../kernel/db/index.ts';
import type { DomainEvent, Subscription } from '../../kernel/events/index.ts';
import { sendToStaff } from '../../kernel/messaging/index.ts';
import type { MessageTemplateDefinition } from '../../kernel/messaging/template-definition.ts';
import { delegationKindLabels } from './contract.ts';
import { delegationAnswered, delegationEnded, delegationOffered } from './events.ts';
import { readItems, type DelegationRow, type Side } from './queries/record.ts';
import type { DelegationTables } from './tables.ts';

const common = ['delegationId', 'delegation', 'itemName', 'giver', 'receiver'] as const;
const link = '/workbench/delegations/{{delegationId}}';

/** What both sides are told in the workbench. */
export const delegationMessages: readonly MessageTemplateDefinition[] = [
  { key: 'delegation.offered', name: '放权待接收', topic: 'work', variables: common, link, title: '待接收：{{giver}}{{delegation}}“{{itemName}}”', body: '{{giver}}拟将“{{itemName}}”{{delegation}}给{{receiver}}，请核对依据、期限和可调整的要素后接收，或说明理由不予接收。' },
  { key: 'delegation.answered', name: '放权已答复', topic: 'work', variables: [...common, 'answer'], link, title: '{{receiver}}{{answer}}“{{itemName}}”', body: '{{receiver}}对“{{itemName}}”的{{delegation}}{{answer}}，详情见放权记录。' },
  { key: 'delegation.ending', name: '放权即将到期', topic: 'work', variables: [...common, 'endsOn'], link, title: '{{delegation}}将于{{endsOn}}到期：“{{itemName}}”', body: '{{giver}}给{{receiver}}的“{{itemName}}”{{delegation}}将于{{endsOn}}到期，到期后接收方的实施清单随即取消。需要继续的，请在到期前重新办理。' },
  { key: 'delegation.ended', name: '放权已终止', topic: 'work', variables: [...common, 'how'], link, title: '{{delegation}}已终止（{{how}}）：“{{itemName}}”', body: '{{giver}}给{{receiver}}的“{{itemName}}”{{delegation}}已终止（{{how}}）。接收方的实施清单已取消，在办件按原规定办完。' },
];

async function tell(ctx: Context, row: DelegationRow, side: Side, permission: string, message: { key: string; dedupeKey: string; extra?: Record<string, string> }): Promise<void> {
  const belonging = side === 'giver' ? { organizationPath: row.giverPath, regionCode: row.giverRegion } : { organizationPath: row.receiverPath, regionCode: row.receiverRegion };
  const items = await readItems(ctx, row.id);
  const batch = new WriteBatch();
  await sendToStaff(ctx, batch, await listHolders(ctx, permission, belonging), {
    templateKey: message.key, dedupeKey: `${message.dedupeKey}/${side}`,
    variables: {
      delegationId: row.id, delegation: delegationKindLabels[row.kind], giver: row.giverName, receiver: row.receiverName,
      itemName: `${items[0]?.itemName ?? ''}${items.length > 1 ? `等${items.length}项` : ''}`, ...message.extra,
    },
  });
  await commit(ctx, batch);
}

async function readRow(ctx: Context, event: DomainEvent): Promise<DelegationRow | undefined> {
  return tablesOf<DelegationTables>(ctx.kernel.db).selectFrom('delegation.delegation').selectAll().where('id', '=', event.aggregateId).executeTakeFirst();
}

const propose = 'delegation.delegation.propose';
const accept = 'delegation.delegation.accept';

async function tellOfEvent(ctx: Context, event: DomainEvent): Promise<void> {
  const row = await readRow(ctx, event);
  if (!row) return;
  const data = event.data as { accepted?: boolean; label?: string };
  if (event.type === delegationOffered) return tell(ctx, row, 'receiver', accept, { key: 'delegation.offered', dedupeKey: event.id });
  if (event.type === delegationAnswered) return tell(ctx, row, 'giver', propose, { key: 'delegation.answered', dedupeKey: event.id, extra: { answer: data.accepted === true ? '已接收' : '不予接收' } });
  for (const [side, permission] of [['giver', propose], ['receiver', accept]] as const) {
    await tell(ctx, row, side, permission, { key: 'delegation.ended', dedupeKey: event.id, extra: { how: data.label ?? '' } });
  }
}

/** Tells both sides once that a delegation ends soon. */
export async function remindOfEnd(ctx: Context, row: DelegationRow): Promise<void> {
  if (row.endsOn === null) return;
  for (const [side, permission] of [['giver', propose], ['receiver', accept]] as const) {
    await tell(ctx, row, side, permission, { key: 'delegation.ending', dedupeKey: `delegation-ending/${row.id}/${row.endsOn}`, extra: { endsOn: dateInWords(row.endsOn) } });
  }
}

export const delegationNotices: readonly Subscription[] = [
  { name: 'delegation.notify-sides', types: [delegationOffered, delegationAnswered, delegationEnded], handle: tellOfEvent },
];
