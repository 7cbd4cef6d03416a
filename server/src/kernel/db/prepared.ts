import { createHash } from 'node:crypto';
import type pg from 'pg';

/** Statements kept prepared; each costs memory in every connection, and a platform has a few hundred. */
const most = 600;
/** Longest text worth it; longer ones are lists of many values, which seldom come again. */
const longest = 20_000;
/** feature_not_supported: among others, a prepared SELECT * after its table got another column. */
const changedResult = '0A000';

const names = new Map<string, string>();
const outdated = new WeakSet<pg.ClientBase>();

/** The name under which a statement stays prepared in a connection; undefined when it should be sent without one. */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= most || text.length > longest) return undefined;
  const name = `t${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`;
  names.set(text, name);
  return name;
}

type Config = pg.QueryConfig & { text: string; values: unknown[] };

/**
 * Sends a statement that is prepared at its first use on a connection. After another process has migrated the schema it is
 * planned afresh, unless a transaction has been broken by it.
 */
export async function queryPrepared<C extends Config>(client: pg.ClientBase, config: C): Promise<pg.QueryResult> {
  const name = statementName(config.text);
  if (name === undefined) return client.query(config);
  try {
    return await client.query({ ...config, name });
  } catch (error) {
    if ((error as { code?: string }).code !== changedResult) throw error;
    outdated.add(client);
    return client.query(config);
  }
}

/** Gives a connection back to its pool; one that holds statements of an older schema is closed instead. */
export function releaseClient(client: pg.PoolClient): void {
  client.release(outdated.has(client));
}
