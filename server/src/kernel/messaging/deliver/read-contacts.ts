import type { Context } from '../../context.ts';
import { readRowsAlone } from '../../db/index.ts';
import { columns } from '../../identity/columns.ts';
import { personalDataCipher } from '../../personal-data/index.ts';
import { readAddress, readPendingAddress } from '../addresses.ts';
import type { OutsideChannel } from '../channels.contract.ts';
import { isSpoken, readMobile } from '../send-message.ts';
import type { QuietHours } from '../quiet-hours.ts';

/** Where one message goes and when its recipient is not to be disturbed. */
export interface Contact {
  /** Undefined when the recipient has none for the channel. */
  to: string | undefined;
  quiet: QuietHours | undefined;
}

interface Row {
  id: string; recipientKind: string; ownerId: string | null; personId: string | null; bare: string | null; secret: boolean; mobile: string | null; address: string | null; pending: string | null;
  enabled: boolean | null; starts: number; ends: number; workingDays: boolean;
}

/** Contacts of messages of one channel, in one read. A company is reached through its legal representative. */
export async function readContacts(ctx: Context, channel: OutsideChannel, ids: readonly string[]): Promise<ReadonlyMap<string, Contact>> {
  const rows = await readRowsAlone<Row>(ctx.kernel.db, `
    WITH wanted AS (
      SELECT m.id, m.recipient_kind, m.mobile AS bare, m.secret,
        CASE WHEN m.recipient_kind = 'company' THEN (SELECT c.legal_representative_id::text FROM identity.company c WHERE c.id = m.recipient_id::uuid) ELSE m.recipient_id END AS owner_id
      FROM messaging.message m WHERE m.id = ANY($1::uuid[])
    )
    SELECT w.*, p.id AS person_id, p.mobile, a.address, n.address AS pending, q.enabled, q.starts, q.ends, q.working_days
    FROM wanted w
    LEFT JOIN identity.person p ON p.id = CASE WHEN w.recipient_kind IN ('person', 'company') THEN w.owner_id::uuid END
    LEFT JOIN messaging.address a ON a.owner_id = w.owner_id AND a.channel = $2
    LEFT JOIN messaging.pending_address n ON w.secret AND n.owner_id = w.owner_id AND n.channel = $2
    LEFT JOIN messaging.quiet_hours q ON q.owner_id = w.owner_id`, [ids, channel]);
  return new Map(rows.map((row) => [row.id, { to: addressOf(ctx, channel, row), quiet: quietOf(row) }]));
}

function quietOf({ enabled, starts, ends, workingDays }: Row): QuietHours | undefined {
  return enabled === null ? undefined : { enabled, starts, ends, workingDays };
}

function addressOf(ctx: Context, channel: OutsideChannel, { id, bare, ownerId, personId, mobile, secret, address, pending }: Row): string | undefined {
  if (bare !== null) return readMobile(ctx, { id, mobile: bare });
  if (isSpoken(channel)) return personId === null || mobile === null ? undefined : personalDataCipher(ctx.kernel).decrypt(columns.mobile, personId, mobile);
  if (ownerId === null) return undefined;
  // A code goes to the address that it is to confirm.
  if (secret) return pending === null ? undefined : readPendingAddress(ctx.kernel, { ownerId, channel, address: pending });
  return address === null ? undefined : readAddress(ctx.kernel, { ownerId, channel, address });
}
