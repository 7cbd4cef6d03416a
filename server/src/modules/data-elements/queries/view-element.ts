import type { ResponseOf } from '@tongban/contract-kit';
import { covers, holds, requireScope } from '../../../kernel/access/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { listElementUses } from '../../catalog/index.ts';
import type { getElement } from '../contract.ts';
import { getElementRecord, presentElement } from '../element-record.ts';

/** The dictionary is the whole platform's: a department's administrator may read it. */
export const edit = 'data-elements.element.edit';

/** Whether the actor may change the dictionary. */
export function abilitiesOf(ctx: Context): { edit: boolean } {
  return { edit: holds(ctx.actor, edit) && covers(requireScope(ctx, edit), ctx.actor, {}) };
}

/** An element and every form that uses it. @throws data-elements.not-found */
export async function viewElement(ctx: Context, code: string): Promise<ResponseOf<typeof getElement>> {
  const record = await getElementRecord(ctx, code);
  return { element: presentElement(record), uses: await listElementUses(ctx.kernel, code), abilities: abilitiesOf(ctx) };
}
