import type { BodyOf } from '@tongban/contract-kit';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, writesFor, WriteBatch } from '../../../kernel/db/index.ts';
import { nextNumber } from '../../../kernel/numbering/index.ts';
import { saveWarningRule } from '../../../kernel/time-accounts/index.ts';
import { fail } from '../errors.ts';
import type { addSupervisionRule, changeSupervisionRule, SupervisionRule } from '../rules.contract.ts';
import type { RuleRow } from '../signals/subject.ts';
import type { SupervisionTables } from '../tables.ts';
import { checkSettings } from './check-settings.ts';
import { presentRule, settingsOf } from './present-rule.ts';

const firstId = '00000000-0000-0000-0000-000000000000';

/** Adds a rule; cases are judged by it batch by batch from the next minute on (SUP-01). @throws supervision.bad-threshold, supervision.bad-scope */
export async function addRule(ctx: Context, { reason, ...settings }: BodyOf<typeof addSupervisionRule>): Promise<SupervisionRule> {
  const columns = await checkSettings(ctx, settings);
  const ruleNo = `JC${String(await nextNumber(ctx.kernel, 'supervision.rule_serial')).padStart(2, '0')}`;
  const row: RuleRow = { ...columns, id: createId(), ruleNo, version: 1, changedAt: ctx.kernel.clock.now(), changedBy: ctx.actor.name };
  const batch = new WriteBatch();
  writesFor<SupervisionTables>(batch).insert('supervision.rule', row);
  await save(ctx, batch, row, reason, 'supervision.add-rule');
  return presentRule(row, 0);
}

/**
 * Changes a rule, or takes it out of use, which clears what it has lit; what it raised keeps the version that raised it until it is judged anew.
 * @throws supervision.rule-not-found, supervision.rule-stale, supervision.rule-kind-fixed, supervision.bad-threshold, supervision.bad-scope
 */
export async function changeRule(ctx: Context, ruleId: string, { version, reason, ...settings }: BodyOf<typeof changeSupervisionRule>): Promise<SupervisionRule> {
  const known = await tablesOf<SupervisionTables>(ctx.kernel.db).selectFrom('supervision.rule').selectAll().where('id', '=', ruleId).executeTakeFirst();
  if (!known) throw fail('supervision.rule-not-found');
  if (known.version !== version) throw fail('supervision.rule-stale');
  if (known.kind !== settings.kind) throw fail('supervision.rule-kind-fixed');
  const columns = await checkSettings(ctx, settings);
  const row: RuleRow = { ...known, ...columns, version: version + 1, changedAt: ctx.kernel.clock.now(), changedBy: ctx.actor.name };
  const batch = new WriteBatch();
  writesFor<SupervisionTables>(batch).update('supervision.rule', row, { id: ruleId, version }, { expected: 1, otherwise: () => fail('supervision.rule-stale') });
  // Of cases that are over and of what is no case nothing else would clear it.
  if (!row.active) writesFor<SupervisionTables>(batch).update('supervision.signal', { clearedAt: row.changedAt }, { ruleId, clearedAt: null });
  await save(ctx, batch, row, reason, 'supervision.change-rule');
  return presentRule(row, 0);
}

async function save(ctx: Context, batch: WriteBatch, row: RuleRow, reason: string, action: string): Promise<void> {
  const writes = writesFor<SupervisionTables>(batch);
  const settings = settingsOf(row);
  writes.insert('supervision.ruleVersion', {
    ruleId: row.id, version: row.version, at: row.changedAt, byName: row.changedBy, reason: reason.trim(), settings, organizationName: row.organizationName, itemName: row.itemName,
  });
  writes.insert('supervision.recheck', { single: true, afterId: firstId }, 'nothing');
  writes.update('supervision.recheck', { afterId: firstId }, { single: true });
  recordAudit(ctx, batch, { action, objectType: 'supervision-rule', objectId: row.id, detail: { ruleNo: row.ruleNo, version: row.version, active: row.active, reason: reason.trim() } });
  await commit(ctx, batch);
  await followCityRule(ctx, row);
}

/** What the whole city is warned by is also what every clock shows on the page of its case. */
async function followCityRule(ctx: Context, row: RuleRow): Promise<void> {
  const everywhere = row.regionCode === null && row.organizationId === null && row.itemId === null && row.projectType === null;
  if (row.kind !== 'near-promised' || !row.active || !everywhere) return;
  const { days = 1, share = 20 } = row.thresholds;
  await saveWarningRule(ctx, { days, share: share / 100 });
}
