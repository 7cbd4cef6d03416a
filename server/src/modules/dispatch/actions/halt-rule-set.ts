import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { getRuleSetRecord } from '../../../kernel/rules/index.ts';
import { kindOfCode } from '../contract.ts';
import { forgetRules } from '../engine/rules-in-force.ts';
import { fail } from '../errors.ts';
import type { DispatchTables } from '../tables.ts';

const permission = 'dispatch.rule-set.halt';

async function getCode(ctx: Context, ruleSetId: string): Promise<string> {
  const { code } = await getRuleSetRecord(ctx, ruleSetId, permission);
  if (kindOfCode(code) === undefined) throw fail('dispatch.rule-set-not-found');
  return code;
}

/** Stops a dispatch rule set at once, without a new version: cases go as their processes say (DEC-07). @throws dispatch.already-halted */
export async function haltRuleSet(ctx: Context, ruleSetId: string, reason: string): Promise<void> {
  const code = await getCode(ctx, ruleSetId);
  const batch = new WriteBatch().onViolation('halt_pkey', () => fail('dispatch.already-halted'));
  writesFor<DispatchTables>(batch).insert('dispatch.halt', { ruleSetId, at: ctx.kernel.clock.now(), byId: ctx.actor.id, byName: ctx.actor.name, reason: reason.trim() });
  recordAudit(ctx, batch, { action: 'dispatch.halt-rule-set', objectType: 'rule-set', objectId: ruleSetId, detail: { code, reason: reason.trim() } });
  await commit(ctx, batch);
  forgetRules(ctx.kernel);
}

/** Lets a stopped dispatch rule set count again. @throws dispatch.already-halted when somebody was faster */
export async function resumeRuleSet(ctx: Context, ruleSetId: string): Promise<void> {
  const code = await getCode(ctx, ruleSetId);
  const batch = new WriteBatch();
  writesFor<DispatchTables>(batch).delete('dispatch.halt', { ruleSetId }, { expected: 1, otherwise: () => fail('dispatch.already-halted') });
  recordAudit(ctx, batch, { action: 'dispatch.resume-rule-set', objectType: 'rule-set', objectId: ruleSetId, detail: { code } });
  await commit(ctx, batch);
  forgetRules(ctx.kernel);
}
