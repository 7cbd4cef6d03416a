import type { BodyOf } from '@tongban/contract-kit';
import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { WriteBatch, writesFor } from '../../db/index.ts';
import type { editRuleSet as operation, RuleSetDetail } from '../contract.ts';
import { fail } from '../errors.ts';
import { getRuleSetRecord } from '../queries/get-version.ts';
import { getRuleSet } from '../queries/list-rule-sets.ts';
import type { RulesTables } from '../tables.ts';

/** Changes what a rule set is called, what it is for and what it rests on; what was said before stays in the audit log. @throws rules.rule-set-not-found, rules.stale */
export async function editRuleSet(ctx: Context, ruleSetId: string, { revision, ...wanted }: BodyOf<typeof operation>): Promise<RuleSetDetail> {
  const record = await getRuleSetRecord(ctx, ruleSetId, 'rules.rule-set.edit');
  const { name, description, legalBasis } = record;
  const batch = new WriteBatch();
  writesFor<RulesTables>(batch).update('rules.ruleSet', { ...wanted, revision: revision + 1 }, { id: ruleSetId, revision }, { expected: 1, otherwise: () => fail('rules.stale') });
  recordAudit(ctx, batch, { action: 'rules.edit-rule-set', objectType: 'rule-set', objectId: ruleSetId, detail: { before: { name, description, legalBasis }, after: wanted } });
  await commit(ctx, batch);
  return getRuleSet(ctx, ruleSetId);
}
