import type { Selectable } from 'kysely';
import type { Context } from '../../context.ts';
import { readRowsAlone, type WriteBatch } from '../../db/index.ts';
import { isConnected } from '../channels/adapter-of.ts';
import type { OutsideChannel } from '../channels.contract.ts';
import { reachableBy } from '../plan-channels.ts';
import { addOutside, isSpoken, keptUntil } from '../send-message.ts';
import type { MessagingTables } from '../tables.ts';
import { isRequiredTopic } from '../topics.ts';

type Lost = Selectable<MessagingTables['messaging.message']>;
interface Row {
  id: string; keepHours: number; channels: OutsideChannel[]; fallback: OutsideChannel[]; enabled: OutsideChannel[]; bound: OutsideChannel[] | null; tried: string[]; title: string; body: string; link: string | null; name: string; spoken: string | null;
}

/**
 * Sends required messages that a channel has failed by the next one that reaches the recipient, once each (MSG-01). What goes
 * by one channel only, such as a code, does not fall back.
 */
export async function fallBack(ctx: Context, batch: WriteBatch, lost: readonly Lost[]): Promise<void> {
  const required = lost.filter(({ topic, secret, recipientKind }) => isRequiredTopic(topic) && !secret && (recipientKind === 'person' || recipientKind === 'company'));
  if (required.length === 0) return;
  const rows = await readRowsAlone<Row>(ctx.kernel.db, `
    SELECT m.id, s.keep_hours, s.channels, s.fallback, i.title, i.body, i.link, t.name, x.body AS spoken,
      (SELECT array_agg(n.code ORDER BY n.position) FROM messaging.channel n WHERE n.enabled) AS enabled,
      (SELECT array_agg(a.channel) FROM messaging.address a WHERE a.owner_id =
        CASE WHEN m.recipient_kind = 'company' THEN (SELECT c.legal_representative_id::text FROM identity.company c WHERE c.id = m.recipient_id::uuid) ELSE m.recipient_id END) AS bound,
      (SELECT array_agg(o.channel) FROM messaging.message o WHERE o.recipient_id = m.recipient_id AND o.dedupe_key = m.dedupe_key) AS tried
    FROM messaging.message m
    JOIN messaging.topic_setting s ON s.topic = m.topic
    JOIN messaging.template t ON t.key = m.template_key
    JOIN messaging.message i ON i.recipient_id = m.recipient_id AND i.dedupe_key = m.dedupe_key AND i.channel = 'in-site'
    LEFT JOIN LATERAL (
      SELECT o.body FROM messaging.message o WHERE o.recipient_id = m.recipient_id AND o.dedupe_key = m.dedupe_key AND o.channel IN ('sms', 'voice') LIMIT 1
    ) x ON true
    WHERE m.id = ANY($1::uuid[])`, [required.map(({ id }) => id)]);
  const found = new Map(rows.map((row) => [row.id, row]));
  for (const message of required) {
    const row = found.get(message.id);
    if (!row) continue;
    const next = [...row.channels, ...row.fallback].find((channel) => !row.tried.includes(channel) && isConnected(ctx.kernel, channel)
      && reachableBy({ enabled: row.enabled, bound: row.bound ?? [], staff: false, hasShortText: true }, channel));
    if (next === undefined) continue;
    const { templateKey, versionId, versionNumber, topic, recipientKind, recipientId, organizationId, secret, urgent, dedupeKey } = message;
    const now = ctx.kernel.clock.now();
    addOutside(batch, {
      templateKey, versionId, versionNumber, topic, recipientKind, recipientId, organizationId, secret, urgent, dedupeKey, error: null, createdAt: now, validUntil: keptUntil(now, row.keepHours),
      channel: next, mobile: null, title: row.title, link: row.link, text: isSpoken(next) ? row.spoken ?? `${row.title}，详情请登录平台查看。` : row.body, wanted: true,
    });
  }
}
