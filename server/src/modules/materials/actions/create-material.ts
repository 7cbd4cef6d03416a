import { requireStaff } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { nextSerial } from '../../../kernel/numbering/index.ts';
import { checkContents } from '../check-content.ts';
import type { MaterialContent } from '../library.contract.ts';
import { columnsOf } from '../material-record.ts';
import type { MaterialsTables } from '../tables.ts';

/** Whose library a material enters, and the organisation that proposes it. */
export interface MaterialPlace {
  readonly regionCode: string;
  readonly organizationPath: string;
}

/** Adds the row of a new material with the next code to the batch; the content has been checked. */
export async function addMaterialRow(
  ctx: Context, batch: WriteBatch, content: MaterialContent, { regionCode, organizationPath }: MaterialPlace, state: 'draft' | 'active',
): Promise<{ id: string; code: string }> {
  const id = createId();
  const code = `CL-${String(await nextSerial(ctx.kernel, 'materials.number_block')).padStart(6, '0')}`;
  const { actor } = ctx;
  const now = ctx.kernel.clock.now();
  writesFor<MaterialsTables>(batch).insert('materials.material', {
    id, code, ...columnsOf(content, [code]), state, stateReason: null, mergedInto: null, revision: 1,
    regionCode, organizationPath, createdById: actor.id, createdByName: actor.name, createdAt: now, updatedByName: actor.name, updatedAt: now,
  });
  return { id, code };
}

/**
 * Adds a standard material as a draft with the next code (CAT-05); it belongs to the officer's region and organisation.
 * @throws materials.unknown-code, materials.unknown-licence-type
 */
export async function createMaterial(ctx: Context, content: MaterialContent): Promise<string> {
  const place = requireStaff(ctx);
  await checkContents(ctx, [content]);
  const batch = new WriteBatch();
  const { id, code } = await addMaterialRow(ctx, batch, content, place, 'draft');
  recordAudit(ctx, batch, { action: 'materials.create-material', objectType: 'standard-material', objectId: id, detail: { code, name: content.name } });
  await commit(ctx, batch);
  return id;
}
