import { sql } from 'kysely';
import type { CoreTables } from '../core-tables.ts';
import { tablesOf, type Database } from '../db/index.ts';
import { chainOrigin, hashEntry } from './entry-hash.ts';

export interface AuditVerdict {
  intact: boolean;
  /** Links that were checked. */
  linked: number;
  /** Entries not linked yet (written in the last moments). */
  unlinked: number;
  /** The first link at which the record and its chain part, and how. */
  fault?: { sequence: number; entryId: string; reason: 'changed' | 'missing' | 'gap' | 'inserted' };
}

/** Recomputes the whole SM3 chain from the entries; tells the first place that was changed, removed or slipped in. */
export async function verifyAuditChain(db: Database): Promise<AuditVerdict> {
  const tables = tablesOf<CoreTables>(db);
  let hash: Uint8Array = chainOrigin;
  let sequence = 0;
  for (;;) {
    const links = await tables.selectFrom('kernel.auditLink as link')
      .leftJoin('kernel.auditEntry as entry', 'entry.id', 'link.entryId').selectAll('entry')
      .select(['link.sequence', 'link.entryId', 'link.hash'])
      .where('link.sequence', '>', sequence).orderBy('link.sequence').limit(2_000).execute();
    if (links.length === 0) break;
    for (const { sequence: at, entryId, hash: recorded, ...entry } of links) {
      const fault = (reason: 'changed' | 'missing' | 'gap'): AuditVerdict =>
        ({ intact: false, linked: sequence, unlinked: 0, fault: { sequence: at, entryId, reason } });
      if (at !== sequence + 1) return fault('gap');
      if (!isWhole(entry)) return fault('missing');
      hash = hashEntry(hash, entry);
      if (!recorded.equals(hash)) return fault('changed');
      sequence = at;
    }
  }
  return { ...await unlinkedEntries(db, sequence), linked: sequence };
}

function isWhole(entry: { id: string | null }): entry is Parameters<typeof hashEntry>[1] {
  return entry.id !== null;
}

/** Entries outside the chain are fine while young; older than the last link they were slipped in. */
async function unlinkedEntries(db: Database, sequence: number): Promise<Omit<AuditVerdict, 'linked'>> {
  const { rows } = await sql<{ id: string; late: boolean }>`
    SELECT e.id, (e.tx, e.id) < (SELECT entry_tx, entry_id FROM kernel.audit_link ORDER BY sequence DESC LIMIT 1) AS late
    FROM kernel.audit_entry e WHERE NOT EXISTS (SELECT FROM kernel.audit_link l WHERE l.entry_id = e.id)
    ORDER BY e.tx, e.id LIMIT 10000`.execute(db.builder);
  const late = rows.find((row) => row.late);
  if (late) return { intact: false, unlinked: rows.length, fault: { sequence: sequence + 1, entryId: late.id, reason: 'inserted' } };
  return { intact: true, unlinked: rows.length };
}
