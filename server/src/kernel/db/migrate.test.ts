import { useTestDatabase } from '@tongban/testkit';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../app.ts';

const database = useTestDatabase();

describe('migrations', () => {
  it('does nothing to a database that is up to date', async () => {
    const { rows: before } = await database().db.pool.query('SELECT name FROM kernel.kysely_migration');
    await migrate(database().db, database().connectionString);
    expect((await database().db.pool.query('SELECT name FROM kernel.kysely_migration')).rows).toEqual(before);
  });

  it('refuses a database that a later version has migrated, and says what to do', async () => {
    await database().db.pool.query(`INSERT INTO kernel.kysely_migration (name, timestamp) VALUES ('29991231-99-of-a-later-version', '2999-12-31')`);
    await expect(migrate(database().db, database().connectionString)).rejects.toThrow('数据库已由更新的版本升级过（29991231-99-of-a-later-version），这个版本用不了它。');
  });
});
