import { Migrator, sql, type Kysely, type Migration as KyselyMigration } from 'kysely';
import type { Database } from './database.ts';

/** One forward step of the schema. Names sort in order of writing: `20261121-50-catalog-init`. */
export interface Migration {
  name: string;
  statements: string;
}

const namePattern = /^\d{8}-\d\d-[a-z0-9-]+$/;

/** Declares a migration as SQL text; it runs once, in a transaction, and is never changed after landing. */
export function defineMigration(name: string, statements: string): Migration {
  if (!namePattern.test(name)) throw new Error(`migration name ${name} must look like 20261121-50-catalog-init`);
  return { name, statements };
}

function runnable({ name, statements }: Migration): KyselyMigration {
  // Behind a comment the text is sent as it is: one that begins with a row's statement would be prepared, and a prepared text holds one statement.
  return { up: async (db: Kysely<unknown>) => { await sql.raw(`-- ${name}\n${statements}`).execute(db); } };
}

/** The latest migration that the database has had and this version does not know. */
async function findStranger(db: Database, known: Readonly<Record<string, unknown>>): Promise<string | undefined> {
  const { rows } = await db.pool.query<{ name: string }>('SELECT name FROM kernel.kysely_migration WHERE name <> ALL($1) ORDER BY name DESC LIMIT 1', [Object.keys(known)]).catch(() => ({ rows: [] }));
  return rows[0]?.name;
}

/** Applies the migrations that are missing, under a lock so that processes may start together; gives their names. @throws Error when one fails, or when a later version has migrated the database */
export async function migrateToLatest(db: Database, migrations: readonly Migration[]): Promise<string[]> {
  const byName = Object.fromEntries(migrations.map((migration) => [migration.name, runnable(migration)]));
  if (Object.keys(byName).length !== migrations.length) throw new Error('two migrations share a name');
  const migrator = new Migrator({
    db: db.builder.withoutPlugins(), provider: { getMigrations: async () => byName },
    migrationTableSchema: 'kernel', allowUnorderedMigrations: true,
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) {
    const stranger = await findStranger(db, byName);
    if (stranger !== undefined) throw new Error(`数据库已由更新的版本升级过（${stranger}），这个版本用不了它。请用升级它的版本或者更新的版本启动；要退回这个版本，先恢复升级之前的备份`, { cause: error });
    const failed = results?.find((result) => result.status === 'Error');
    throw new Error(`迁移 ${failed?.migrationName ?? ''} 失败`, { cause: error });
  }
  return (results ?? []).map((result) => result.migrationName);
}
