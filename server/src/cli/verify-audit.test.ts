import { describe, expect, test } from 'vitest';
import { runBuiltCommand, useBuiltServer, useTestServer } from '@tongban/testkit';
import { sealAuditEntries, verifyAuditChain } from '../kernel/audit/index.ts';
import { signInTestPerson } from '../kernel/identity/testing/test-accounts.ts';

describe('npm run audit:verify（NFR-04）', () => {
  useBuiltServer();
  const server = useTestServer();

  /** Runs the command on the test's database; gives its exit code and what it printed. */
  async function verify(): Promise<{ code: number; output: string }> {
    const { databaseUrl = '', masterKey = '', dataDir } = server().kernel.config;
    const { code, stdout, stderr } = await runBuiltCommand('verify-audit', [], { DATABASE_URL: databaseUrl, TONGBAN_MASTER_KEY: masterKey, DATA_DIR: dataDir });
    return { code, output: stdout + stderr };
  }

  test('完整时以 0 结束；改动一条后以 1 结束并指出是哪一条', async () => {
    await signInTestPerson(server().kernel);
    await signInTestPerson(server().kernel);
    // Entries wait for older transactions of the whole server, which other tests may hold open for a moment.
    await expect.poll(async () => {
      await sealAuditEntries(server().kernel.db);
      return verifyAuditChain(server().kernel.db);
    }, { timeout: 30_000 }).toMatchObject({ linked: 2, unlinked: 0 });
    expect(await verify()).toEqual({ code: 0, output: expect.stringContaining('审计链完整：已核对 2 条') });
    const { pool } = server().database.db;
    await pool.query('alter table kernel.audit_entry disable trigger audit_entry_append_only');
    await pool.query(`update kernel.audit_entry set actor_name = '别人' where id = (select entry_id from kernel.audit_link where sequence = 2)`);
    expect(await verify()).toEqual({ code: 1, output: expect.stringContaining('第 2 条') });
  }, 60_000);
});
