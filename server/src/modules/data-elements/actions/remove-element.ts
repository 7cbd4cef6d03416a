import { authorize } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { listElementUses } from '../../catalog/index.ts';
import { getElementRecord } from '../element-record.ts';
import { fail } from '../errors.ts';
import { edit } from '../queries/view-element.ts';
import type { DataElementsTables } from '../tables.ts';
import { nameForms } from './save-element.ts';

/** Takes an element that no form uses out of the dictionary (FRM-02). @throws data-elements.in-use naming the forms */
export async function removeElement(ctx: Context, code: string): Promise<void> {
  authorize(ctx, edit, {});
  const { name, revision } = await getElementRecord(ctx, code);
  const uses = await listElementUses(ctx.kernel, code);
  if (uses.length > 0) throw fail('data-elements.in-use', nameForms(uses));
  const batch = new WriteBatch();
  writesFor<DataElementsTables>(batch).delete('dataElements.element', { code, revision }, { expected: 1, otherwise: () => fail('data-elements.stale') });
  recordAudit(ctx, batch, { action: 'data-elements.remove-element', objectType: 'data-element', objectId: code, detail: { name } });
  await commit(ctx, batch);
}
