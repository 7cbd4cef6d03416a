import type { BodyOf, ResponseOf } from '@tongban/contract-kit';
import { requireScope, requireStaff, singleScopes } from '../../../kernel/access/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { createRuleSet as createInRules } from '../../../kernel/rules/index.ts';
import { ruleSetPrefix, type createDispatchRuleSet as operation } from '../contract.ts';
import { emptyRules } from '../templates/rule-set-template.ts';

/**
 * Starts a dispatch rule set with what its kind is told and answers; it goes on in the editor of business rules (DEC-07). It
 * dispatches as far as its author may edit rules: everywhere, in a region, or for the author's organisation and those below.
 * @throws rules.code-taken
 */
export async function createRuleSet(ctx: Context, { kind, suffix, name, description }: BodyOf<typeof operation>): Promise<ResponseOf<typeof operation>> {
  const code = `${ruleSetPrefix}${kind}-${suffix}`;
  const draft = await createInRules(ctx, { code, name: name.trim(), description: description.trim(), legalBasis: '', content: emptyRules(kind), testCases: [] }, placeOf(ctx));
  return { ruleSetId: draft.ruleSetId, versionId: draft.id, code };
}

function placeOf(ctx: Context): { organizationPath: string; regionCode: string } {
  const scopes = singleScopes(requireScope(ctx, 'rules.rule-set.edit'));
  if (scopes.some(({ kind }) => kind === 'all')) return { organizationPath: '', regionCode: '' };
  const region = scopes.find((scope) => scope.kind === 'region');
  if (region) return { organizationPath: '', regionCode: region.regionCode };
  const { organizationPath, regionCode } = requireStaff(ctx);
  return { organizationPath, regionCode };
}
