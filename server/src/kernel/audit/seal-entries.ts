import { sql } from 'kysely';
import type { CoreTables } from '../core-tables.ts';
import { transact, type Database } from '../db/index.ts';
import { chainOrigin, hashEntry } from './entry-hash.ts';

const lockKey = 7_300_001;

/**
 * Links the audit entries of ended transactions into the SM3 chain, oldest first; gives how many.
 * Chaining follows writing by a moment so that concurrent actions do not queue behind one row.
 */
export async function sealAuditEntries(db: Database, most = 1_000): Promise<number> {
  return transact<CoreTables, number>(db, async (trx) => {
    await sql`SELECT pg_advisory_xact_lock(${lockKey})`.execute(trx);
    const last = await trx.selectFrom('kernel.auditLink').selectAll().orderBy('sequence', 'desc').limit(1).executeTakeFirst();
    const entries = await trx.selectFrom('kernel.auditEntry').selectAll()
      .where(sql<boolean>`tx < pg_snapshot_xmin(pg_current_snapshot())`)
      .$if(last !== undefined, (query) => query.where(sql<boolean>`(tx, id) > (${last?.entryTx}::xid8, ${last?.entryId}::uuid)`))
      .orderBy('tx').orderBy('id').limit(most).execute();
    if (entries.length === 0) return 0;
    let hash: Uint8Array = last?.hash ?? chainOrigin;
    let sequence = last?.sequence ?? 0;
    const links = entries.map((entry) => {
      hash = hashEntry(hash, entry);
      sequence += 1;
      return { sequence, entryId: entry.id, entryTx: entry.tx, hash: Buffer.from(hash) };
    });
    await trx.insertInto('kernel.auditLink').values(links).execute();
    return links.length;
  });
}
