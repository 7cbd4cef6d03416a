import { recordAudit } from '../../kernel/audit/index.ts';
import { commit } from '../../kernel/commit.ts';
import type { Context } from '../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../kernel/db/index.ts';
import { getDictionary } from '../../kernel/dictionary/index.ts';
import { getPublishedItem } from '../catalog/index.ts';
import type { RetentionRule } from './contract.ts';
import { fail } from './errors.ts';
import type { ArchivesTables } from './tables.ts';

type Scope = RetentionRule['scope'];

/** How many years a case of an item is kept, null for ever: what the item says, else its kind, else what holds for all others. */
export async function findRetention(ctx: Context, { itemId, taskType }: { itemId: string; taskType: string }): Promise<number | null> {
  const rules = await readRules(ctx);
  const found = rules.find(({ scope, key }) => scope === 'item' && key === itemId) ?? rules.find(({ scope, key }) => scope === 'task-type' && key === taskType)
    ?? rules.find(({ scope }) => scope === 'default');
  return found ? found.years : null;
}

function readRules(ctx: Context) {
  return tablesOf<ArchivesTables>(ctx.kernel.db).selectFrom('archives.retention').selectAll().orderBy('scope').orderBy('key').execute();
}

const order: Readonly<Record<Scope, number>> = { 'default': 0, 'task-type': 1, 'item': 2 };

/** 保管期限表, the widest first. */
export async function listRetention(ctx: Context): Promise<{ items: RetentionRule[] }> {
  const rows = await readRules(ctx);
  return { items: rows.toSorted((one, other) => order[one.scope] - order[other.scope]).map((row) => ({ ...row, changedAt: row.changedAt.toISOString() })) };
}

/** Keys of the widest rule are written `all` in addresses. */
const keyOf = (scope: Scope, key: string): string => (scope === 'default' ? '' : key);

/** @throws archives.item-unknown */
export async function saveRetention(ctx: Context, scope: Scope, key: string, years: number | null): Promise<void> {
  const name = await nameOf(ctx, scope, key);
  const batch = new WriteBatch();
  const writes = writesFor<ArchivesTables>(batch);
  const rule = { name, years, changedAt: ctx.kernel.clock.now(), changedByName: ctx.actor.name };
  writes.insert('archives.retention', { scope, key: keyOf(scope, key), ...rule }, 'nothing');
  writes.update('archives.retention', rule, { scope, key: keyOf(scope, key) });
  recordAudit(ctx, batch, { action: 'archives.save-retention', objectType: 'retention', objectId: `${scope} ${key}`, detail: { name, years } });
  await commit(ctx, batch);
}

async function nameOf(ctx: Context, scope: Scope, key: string): Promise<string> {
  if (scope === 'default') return '其他事项';
  if (scope === 'item') return (await getPublishedItem(ctx, key)).elements.name;
  const { entries } = await getDictionary(ctx.kernel, 'task-type');
  const entry = entries.find(({ code }) => code === key);
  if (!entry) throw fail('archives.item-unknown');
  return entry.name;
}

/** @throws archives.default-stays */
export async function removeRetention(ctx: Context, scope: Scope, key: string): Promise<void> {
  if (scope === 'default') throw fail('archives.default-stays');
  const batch = new WriteBatch();
  writesFor<ArchivesTables>(batch).delete('archives.retention', { scope, key });
  recordAudit(ctx, batch, { action: 'archives.remove-retention', objectType: 'retention', objectId: `${scope} ${key}` });
  await commit(ctx, batch);
}
