import { regionWithin } from '../../../kernel/access/index.ts';
import type { Context, Kernel } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { listRuleSetsInForce, type RuleSetInForce } from '../../../kernel/rules/index.ts';
import { kindOfCode, ruleSetPrefix, type DispatchKind } from '../contract.ts';
import type { DispatchTables } from '../tables.ts';

/** A rule set that dispatches, in force and not stopped. */
export interface DispatchRules extends RuleSetInForce {
  readonly kind: DispatchKind;
}

interface Kept { readonly rules: readonly DispatchRules[]; readonly readAt: number }

const keptForMs = 60_000;
const kept = new WeakMap<Kernel, Kept>();

async function readRules(ctx: Context): Promise<readonly DispatchRules[]> {
  const now = ctx.kernel.clock.now().getTime();
  const known = kept.get(ctx.kernel);
  if (known && Math.abs(now - known.readAt) < keptForMs) return known.rules;
  const [found, halts] = await Promise.all([
    listRuleSetsInForce(ctx, ruleSetPrefix), tablesOf<DispatchTables>(ctx.kernel.db).selectFrom('dispatch.halt').select('ruleSetId').execute(),
  ]);
  const halted = new Set(halts.map(({ ruleSetId }) => ruleSetId));
  const rules = found.flatMap((rule) => {
    const kind = kindOfCode(rule.code);
    return kind === undefined || halted.has(rule.ruleSetId) ? [] : [{ ...rule, kind }];
  });
  kept.set(ctx.kernel, { rules, readAt: now });
  return rules;
}

/** Lets this process read the rules again at once; others do within a minute. */
export function forgetRules(kernel: Kernel): void {
  kept.delete(kernel);
}

/**
 * The rule sets of a kind for cases of an organisation, in the order in which they are asked: a rule set dispatches the
 * items of the organisation it belongs to and of those below it, the nearest first, those for everybody last.
 */
export async function listRulesFor(ctx: Context, kind: DispatchKind, { path, regionCode }: { path: string; regionCode: string }): Promise<readonly DispatchRules[]> {
  return (await readRules(ctx)).filter((rules) => rules.kind === kind && concerns(rules, path, regionCode))
    .toSorted((one, other) => other.organizationPath.length - one.organizationPath.length || one.code.localeCompare(other.code));
}

function concerns(rules: DispatchRules, path: string, regionCode: string): boolean {
  if (rules.organizationPath !== '') return path.startsWith(rules.organizationPath);
  return rules.regionCode === '' || regionWithin(rules.regionCode, regionCode);
}
