import { systemActor } from '../../kernel/access/index.ts';
import { systemContext, type Context } from '../../kernel/context.ts';
import { createId } from '../../kernel/db/index.ts';
import { AppError } from '../../kernel/errors/index.ts';
import { listOrganizationsById } from '../../kernel/organization/index.ts';
import { createRuleSet, findPublishedRuleSet, publishVersion } from '../../kernel/rules/index.ts';
import type { DepartmentName } from '../content/index.ts';
import { automationRules } from '../automation/seed-automation.ts';
import { elderlyAllowanceRules } from './elderly-allowance-rules.ts';
import { labourDispatchRules } from './labour-dispatch-rules.ts';
import { siteInspectionRules } from './site-inspection-rules.ts';
import type { SeedRuleSet } from './seed-rule-set.ts';

export const seedRules: readonly SeedRuleSet[] = [elderlyAllowanceRules, labourDispatchRules, siteInspectionRules, ...automationRules];

/** Publishes the demonstration's rules as two people would (DEC-02); what is there already stays. */
export async function seedRuleSets(ctx: Context, organizationIdOf: (department: DepartmentName) => string, rules: readonly SeedRuleSet[] = seedRules): Promise<void> {
  const reviewer = systemContext(ctx.kernel, systemActor('seed-review', '演示数据审核'), createId());
  for (const { department, ruleSet } of rules) {
    if (await findPublishedRuleSet(ctx, ruleSet.code)) continue;
    const id = organizationIdOf(department);
    const organization = (await listOrganizationsById(ctx, [id])).get(id);
    if (!organization) throw new Error(`the demonstration department ${department} has not been seeded`);
    const draft = await createRuleSet(ctx, ruleSet, { organizationPath: organization.path, regionCode: organization.regionCode }).catch((error: unknown) => {
      // Left as a draft by a start that was interrupted: somebody may have gone on with it.
      if (error instanceof AppError && error.code === 'rules.code-taken') return undefined;
      throw error;
    });
    if (draft) await publishVersion(reviewer, draft.id, draft.revision);
  }
}
