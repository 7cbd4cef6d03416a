import type { Context } from '../../kernel/context.ts';
import type { Organization } from '../../kernel/organization/contract.ts';
import { readItemContents } from '../catalog/index.ts';
import { fail } from './errors.ts';

/** Sources of power that came by 委托. */
const entrusted = ['5', '6'];

/** An item to hand over, as published. */
export interface GivenItem { readonly itemId: string; readonly name: string }

/**
 * The items a giver names: its own, published, and not entrusted to it (行政许可法第二十四条第三款).
 * @throws delegation.item-unfit, delegation.no-sub-delegation
 */
export async function requireItems(ctx: Context, giver: Organization, itemIds: readonly string[]): Promise<GivenItem[]> {
  const contents = new Map((await readItemContents(ctx.kernel, itemIds)).map((content) => [content.itemId, content]));
  return itemIds.map((itemId) => {
    const content = contents.get(itemId);
    const unfit = (why: string) => fail('delegation.item-unfit', { item: content?.name ?? '所选事项', why });
    if (!content || !content.organizationPath.startsWith(giver.path)) throw unfit('它不是放权方的事项');
    if (!content.published) throw unfit('它还没有发布');
    if (entrusted.includes(content.published.elements.powerSource ?? '')) throw fail('delegation.no-sub-delegation', { item: content.name });
    return { itemId, name: content.published.elements.name };
  });
}
