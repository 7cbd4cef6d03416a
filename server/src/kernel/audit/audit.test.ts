import { useTestDatabase } from '@tongban/testkit';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { systemActor } from '../access/index.ts';
import { createTestClock } from '../clock/index.ts';
import { loadConfig } from '../config/index.ts';
import { systemContext, type Context } from '../context.ts';
import { silentLogger } from '../log.ts';
import { recordAuditNow, sealAuditEntries, verifyAuditChain } from './index.ts';

const database = useTestDatabase();

function context(): Context {
  const kernel = { config: loadConfig({ DATA_DIR: '/nonexistent' }), db: database().db, clock: createTestClock('2026-11-20T02:00:00.123Z'), log: silentLogger, onCommitted: () => {} };
  return systemContext(kernel, systemActor('test'), 'trace');
}

/** Does what an attacker with the database password could do: switch the guard off and write. */
async function tamper(statement: string): Promise<void> {
  await sql.raw(`ALTER TABLE kernel.audit_entry DISABLE TRIGGER USER; ${statement}; ALTER TABLE kernel.audit_entry ENABLE TRIGGER USER`).execute(database().db.builder.withoutPlugins());
}

describe('审计链 (ORG-05)', () => {
  it('links concurrent entries into one chain that verifies', async () => {
    const ctx = context();
    await Promise.all(Array.from({ length: 40 }, (_, n) => recordAuditNow(ctx, { action: 'test.do', objectType: 'thing', objectId: `${n}`, detail: { 名称: '𠮷', n } })));
    // Entries wait for older transactions of the whole server, which other tests may hold open for a moment.
    await expect.poll(async () => {
      await Promise.all([sealAuditEntries(ctx.kernel.db, 7), sealAuditEntries(ctx.kernel.db, 7), sealAuditEntries(ctx.kernel.db)]);
      return verifyAuditChain(ctx.kernel.db);
    }, { timeout: 30_000 }).toEqual({ intact: true, linked: 40, unlinked: 0 });
  });

  it('refuses to change, remove or empty entries', async () => {
    for (const statement of ['UPDATE kernel.audit_entry SET action = \'x\'', 'DELETE FROM kernel.audit_entry', 'TRUNCATE kernel.audit_entry']) {
      await expect(sql.raw(statement).execute(database().db.builder)).rejects.toThrow('append-only');
    }
  });

  it('finds an entry slipped in behind the last link', async () => {
    const ctx = context();
    await sealAuditEntries(ctx.kernel.db);
    await sql.raw(`INSERT INTO kernel.audit_entry (id, tx, at, actor_kind, actor_id, actor_name, action, object_type, object_id, result, channel, ip, trace_id, detail)
      VALUES ('00000000-0000-7000-8000-000000000001', '1', now(), 'staff', 'x', 'x', 'x', 'x', 'x', 'done', 'window', '', '', '{}')`).execute(database().db.builder);
    expect(await verifyAuditChain(ctx.kernel.db)).toMatchObject({ intact: false, fault: { reason: 'inserted' } });
    await tamper(`DELETE FROM kernel.audit_entry WHERE id = '00000000-0000-7000-8000-000000000001'`);
  });

  it('finds a changed word and a removed entry, and where', async () => {
    const ctx = context();
    await tamper(`UPDATE kernel.audit_entry SET actor_name = '别人' WHERE id = (SELECT entry_id FROM kernel.audit_link WHERE sequence = 12)`);
    expect(await verifyAuditChain(ctx.kernel.db)).toMatchObject({ intact: false, fault: { sequence: 12, reason: 'changed' } });
    await tamper(`DELETE FROM kernel.audit_entry WHERE id = (SELECT entry_id FROM kernel.audit_link WHERE sequence = 5)`);
    expect(await verifyAuditChain(ctx.kernel.db)).toMatchObject({ intact: false, fault: { sequence: 5, reason: 'missing' } });
  });
});
