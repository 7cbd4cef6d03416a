import { systemActor } from '../../kernel/access/index.ts';
import { systemContext, type Context } from '../../kernel/context.ts';
import { createId } from '../../kernel/db/index.ts';
import { AppError } from '../../kernel/errors/index.ts';
import { findPublishedItems } from '../../modules/catalog/index.ts';
import { activateSetting, createSetting, listItemsWithSetting } from '../../modules/decisioning/index.ts';
import { seedItems, widerItems } from '../content/index.ts';
import type { SeedRuleSet } from '../rules/seed-rule-set.ts';
import { assistedRules } from './assisted-rules.ts';
import { automaticRules } from './automatic-rules.ts';
import { seedAutomation, type SeedAutomation } from './settings.ts';

/** Rule sets of the automatic items; published together with the other rules of the demonstration. */
export const automationRules: readonly SeedRuleSet[] = [...automaticRules, ...assistedRules];

/** Switches the demonstration's automatic approvals on as two people would (DEC-01); what is there already stays. */
export async function seedAutomationSettings(ctx: Context, wanted: readonly SeedAutomation[] = seedAutomation): Promise<void> {
  const codes = new Map([...seedItems, ...widerItems].map(({ key, elements }) => [key, elements.localTaskCode]));
  const items = await findPublishedItems(ctx.kernel, wanted.map(({ itemKey }) => codes.get(itemKey) ?? ''));
  const known = await listItemsWithSetting(ctx);
  const approver = systemContext(ctx.kernel, systemActor('seed-review', '演示数据审核'), createId());
  for (const { itemKey, model, content } of wanted) {
    const itemId = items.get(codes.get(itemKey) ?? '');
    if (itemId === undefined || known.has(itemId)) continue;
    const draft = await createSetting(ctx, { itemId, model }, content, '演示城市的自动审批设置').catch((error: unknown) => {
      // Left as a draft by a start that was interrupted: somebody may have gone on with it.
      if (error instanceof AppError && error.code === 'decisioning.draft-exists') return undefined;
      throw error;
    });
    if (draft) await activateSetting(approver, draft.id, draft.revision);
  }
}
