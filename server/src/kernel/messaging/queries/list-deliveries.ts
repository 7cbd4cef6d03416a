import type { Page, Static } from '@tongban/contract-kit';
import { checkMobile, maskMobile, maskName } from '@tongban/identifiers';
import { recordAuditNow } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../db/index.ts';
import type { IdentityTables } from '../../identity/tables.ts';
import type { Delivery, SimulatedSms } from '../contract.ts';
import { readMobile } from '../send-message.ts';
import { readSimulatedMobile, simulatedMobileIndex } from '../sms/stored-simulator.ts';
import type { MessagingTables } from '../tables.ts';

type DeliveryView = Static<typeof Delivery>;

function deliveries(ctx: Context) {
  return tablesOf<MessagingTables & IdentityTables>(ctx.kernel.db).selectFrom('messaging.message as message')
    .leftJoin('identity.person as person', (join) => join.on('message.recipientKind', '=', 'person').on((eb) => eb(eb.cast<string>('person.id', 'text'), '=', eb.ref('message.recipientId'))))
    .leftJoin('identity.company as company', (join) => join.on('message.recipientKind', '=', 'company').on((eb) => eb(eb.cast<string>('company.id', 'text'), '=', eb.ref('message.recipientId'))))
    .leftJoin('messaging.template as template', 'template.key', 'message.templateKey')
    .selectAll('message').select(['person.name as personName', 'company.name as companyName', 'template.name as templateName'])
    .where('message.channel', '=', 'sms');
}

type Row = Awaited<ReturnType<ReturnType<typeof deliveries>['execute']>>[number];

function present(ctx: Context, row: Row): DeliveryView {
  const recipient = row.mobile !== null ? maskMobile(readMobile(ctx, { id: row.id, mobile: row.mobile }))
    : row.companyName ?? (row.personName === null ? '—' : maskName(row.personName));
  return {
    id: row.id, channel: row.channel, templateKey: row.templateKey, templateName: row.templateName ?? row.templateKey, versionNumber: row.versionNumber, recipient, state: row.state, attempts: row.attempts, error: row.error,
    createdAt: row.createdAt.toISOString(), sentAt: row.sentAt?.toISOString() ?? null, deliveredAt: row.deliveredAt?.toISOString() ?? null,
  };
}

/** SMS and what became of them, newest first; recipients masked. */
export async function listDeliveries(ctx: Context, query: { limit?: number; cursor?: string; state?: DeliveryView['state'] }): Promise<Page<DeliveryView>> {
  const limit = query.limit ?? 20;
  const before = query.cursor === undefined ? undefined : String(decodeCursor(query.cursor, 1)[0]);
  const rows = await deliveries(ctx)
    .$if(query.state !== undefined, (found) => found.where('message.state', '=', query.state ?? 'queued'))
    .$if(before !== undefined, (found) => found.where('message.id', '<', before ?? ''))
    .orderBy('message.id', 'desc').limit(limit + 1).execute();
  return pageOf(rows, limit, (row) => [row.id], (row) => present(ctx, row));
}

/** One SMS. */
export async function findDelivery(ctx: Context, id: string): Promise<DeliveryView | undefined> {
  const row = await deliveries(ctx).where('message.id', '=', id).executeTakeFirst();
  return row && present(ctx, row);
}

/** What the simulator stored, newest first, with the numbers in the clear: the reading is recorded. */
export async function listSimulatedSms(ctx: Context, query: { limit?: number; cursor?: string; mobile?: string }): Promise<Page<SimulatedSms>> {
  const limit = query.limit ?? 20;
  const before = query.cursor === undefined ? undefined : String(decodeCursor(query.cursor, 1)[0]);
  const mobile = query.mobile === undefined ? undefined : checkMobile(query.mobile);
  await recordAuditNow(ctx, { action: 'messaging.read-simulated-sms', objectType: 'simulated-sms', objectId: 'list', purpose: '核对模拟短信' });
  const rows = await tablesOf<MessagingTables>(ctx.kernel.db).selectFrom('messaging.simulatedSms as sms')
    .leftJoin('messaging.template as template', 'template.key', 'sms.templateKey').selectAll('sms').select('template.name as templateName')
    .$if(mobile !== undefined, (found) => found.where('sms.mobileIndex', '=', mobile?.ok ? simulatedMobileIndex(ctx.kernel, mobile.normalized) : ''))
    .$if(before !== undefined, (found) => found.where('sms.id', '<', before ?? ''))
    .orderBy('sms.id', 'desc').limit(limit + 1).execute();
  return pageOf(rows, limit, (row) => [row.id], (row) => ({
    id: row.id, mobile: readSimulatedMobile(ctx.kernel, row), text: row.text, templateKey: row.templateKey,
    templateName: row.templateName ?? row.templateKey, sentAt: row.sentAt.toISOString(),
  }));
}
