import type { Context, Kernel } from '../../../kernel/context.ts';
import type { WriteBatch} from '../../../kernel/db/index.ts';
import { tablesOf, writesFor } from '../../../kernel/db/index.ts';
import type { RuleParameterValue, RuleSeverity } from '../contract.ts';
import { fail } from '../errors.ts';
import type { CatalogTables } from '../tables.ts';
import { buildRuleSet, type RuleSet } from './rule-set.ts';

/** The city's setting of a rule with who set it, when and why. */
export interface StoredRuleSetting {
  readonly ruleId: string;
  readonly severity: RuleSeverity | null;
  readonly parameters: Readonly<Record<string, RuleParameterValue>>;
  readonly reason: string;
  readonly revision: number;
  readonly changedByName: string;
  readonly changedAt: Date;
}

/** Every rule that a city has changed. */
export async function listRuleSettings(kernel: Kernel): Promise<StoredRuleSetting[]> {
  return tablesOf<CatalogTables>(kernel.db).selectFrom('catalog.qualitySetting')
    .select(['ruleId', 'severity', 'parameters', 'reason', 'revision', 'changedByName', 'changedAt']).execute();
}

/** The rules as they hold here and now. */
export async function loadRuleSet(kernel: Kernel): Promise<RuleSet> {
  return buildRuleSet(await listRuleSettings(kernel));
}

/**
 * Adds to a batch that a rule holds otherwise from now on; `revision` is the one last read, 0 for a rule never changed.
 * @throws catalog.rule-stale when somebody else was faster
 */
export function setRule(ctx: Context, batch: WriteBatch, setting: Pick<StoredRuleSetting, 'ruleId' | 'severity' | 'parameters' | 'reason' | 'revision'>): void {
  const { ruleId, revision, ...set } = setting;
  const row = { ...set, revision: revision + 1, changedById: ctx.actor.id, changedByName: ctx.actor.name, changedAt: ctx.kernel.clock.now() };
  const writes = writesFor<CatalogTables>(batch);
  if (revision === 0) {
    writes.insert('catalog.qualitySetting', { ruleId, ...row });
    batch.onViolation('quality_setting_pkey', () => fail('catalog.rule-stale'));
  } else {
    writes.update('catalog.qualitySetting', row, { ruleId, revision }, { expected: 1, otherwise: () => fail('catalog.rule-stale') });
  }
}
