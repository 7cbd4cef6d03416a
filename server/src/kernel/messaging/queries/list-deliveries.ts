import type { Page, QueryOf, ResponseOf, Static } from '@tongban/contract-kit';
import { checkMobile, maskMobile, maskName, maskNumbersIn } from '@tongban/identifiers';
import { recordAuditNow } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../db/index.ts';
import type { IdentityTables } from '../../identity/tables.ts';
import type { OrganizationTables } from '../../organization/tables.ts';
import { readSimulatedAddress, simulatedAddressIndex } from '../channels/stored-simulator.ts';
import type { Delivery, getDelivery, listDeliveries as operation, listSimulatedMessages as simulatedOperation, SimulatedMessage } from '../contract.ts';
import { readMobile } from '../send-message.ts';
import type { MessagingTables } from '../tables.ts';

type DeliveryView = Static<typeof Delivery>;

function deliveries(ctx: Context) {
  return tablesOf<MessagingTables & IdentityTables & OrganizationTables>(ctx.kernel.db).selectFrom('messaging.message as message')
    .leftJoin('identity.person as person', (join) => join.on('message.recipientKind', '=', 'person').on((eb) => eb(eb.cast<string>('person.id', 'text'), '=', eb.ref('message.recipientId'))))
    .leftJoin('identity.company as company', (join) => join.on('message.recipientKind', '=', 'company').on((eb) => eb(eb.cast<string>('company.id', 'text'), '=', eb.ref('message.recipientId'))))
    .leftJoin('organization.staff as staff', (join) => join.on('message.recipientKind', '=', 'staff').on((eb) => eb(eb.cast<string>('staff.id', 'text'), '=', eb.ref('message.recipientId'))))
    .leftJoin('messaging.template as template', 'template.key', 'message.templateKey')
    .selectAll('message').select(['person.name as personName', 'company.name as companyName', 'staff.name as staffName', 'template.name as templateName']);
}

type Row = Awaited<ReturnType<ReturnType<typeof deliveries>['execute']>>[number];

function present(ctx: Context, row: Row): DeliveryView {
  const recipient = row.mobile !== null ? maskMobile(readMobile(ctx, { id: row.id, mobile: row.mobile }))
    : row.companyName ?? row.staffName ?? (row.personName === null ? '—' : maskName(row.personName));
  const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
  return {
    id: row.id, channel: row.channel, templateKey: row.templateKey, templateName: row.templateName ?? row.templateKey, versionNumber: row.versionNumber, recipient, state: row.state, attempts: row.attempts, error: row.error,
    createdAt: row.createdAt.toISOString(), dueAt: iso(row.dueAt), sentAt: iso(row.sentAt), deliveredAt: iso(row.deliveredAt), readAt: iso(row.readAt),
  };
}

/** Messages outside the platform and what became of them, newest first; recipients masked. */
export async function listDeliveries(ctx: Context, query: QueryOf<typeof operation>): Promise<Page<DeliveryView>> {
  const limit = query.limit ?? 20;
  const before = query.cursor === undefined ? undefined : String(decodeCursor(query.cursor, 1)[0]);
  let found = deliveries(ctx).where('message.channel', '<>', 'in-site');
  if (query.channel) found = found.where('message.channel', '=', query.channel);
  if (query.state) found = found.where('message.state', '=', query.state);
  if (before !== undefined) found = found.where('message.id', '<', before);
  const rows = await found.orderBy('message.id', 'desc').limit(limit + 1).execute();
  return pageOf(rows, limit, (row) => [row.id], (row) => present(ctx, row));
}

/** One message outside the platform. */
export async function findDelivery(ctx: Context, id: string): Promise<DeliveryView | undefined> {
  const row = await deliveries(ctx).where('message.id', '=', id).where('message.channel', '<>', 'in-site').executeTakeFirst();
  return row && present(ctx, row);
}

/** What a message says, numbers of persons masked, and how the same fared by other channels; the reading is recorded. */
export async function readDelivery(ctx: Context, id: string): Promise<ResponseOf<typeof getDelivery> | undefined> {
  const row = await deliveries(ctx).where('message.id', '=', id).where('message.channel', '<>', 'in-site').executeTakeFirst();
  if (!row) return undefined;
  await recordAuditNow(ctx, { action: 'messaging.read-delivery', objectType: 'message', objectId: id, purpose: '核对消息发送情况' });
  const others = await deliveries(ctx).where('message.recipientId', '=', row.recipientId).where('message.dedupeKey', '=', row.dedupeKey).where('message.id', '<>', id).orderBy('message.id').execute();
  // A code that has not gone out yet is nobody's to read.
  const text = row.secret ? '（验证码内容不显示）' : maskNumbersIn(row.body);
  return { ...present(ctx, row), title: maskNumbersIn(row.title), text, others: others.map((other) => present(ctx, other)) };
}

/** What the simulators stored, newest first, with the addresses in the clear: the reading is recorded. */
export async function listSimulatedMessages(ctx: Context, query: QueryOf<typeof simulatedOperation>): Promise<Page<SimulatedMessage>> {
  const limit = query.limit ?? 20;
  const before = query.cursor === undefined ? undefined : String(decodeCursor(query.cursor, 1)[0]);
  await recordAuditNow(ctx, { action: 'messaging.read-simulated-sms', objectType: 'simulated-sms', objectId: 'list', purpose: '核对模拟通道的消息' });
  let found = tablesOf<MessagingTables>(ctx.kernel.db).selectFrom('messaging.simulatedMessage as message')
    .leftJoin('messaging.template as template', 'template.key', 'message.templateKey').selectAll('message').select('template.name as templateName');
  if (query.channel) found = found.where('message.channel', '=', query.channel);
  if (query.to !== undefined) {
    const mobile = checkMobile(query.to);
    found = found.where('message.addressIndex', '=', simulatedAddressIndex(ctx.kernel, mobile.ok ? mobile.normalized : query.to.trim()));
  }
  if (before !== undefined) found = found.where('message.id', '<', before);
  const rows = await found.orderBy('message.id', 'desc').limit(limit + 1).execute();
  return pageOf(rows, limit, (row) => [row.id], ({ id, channel, title, text, templateKey, templateName, sentAt, address }) => ({
    id, channel, title, text, templateKey, templateName: templateName ?? templateKey, sentAt: sentAt.toISOString(), address: readSimulatedAddress(ctx.kernel, { id, address }),
  }));
}
