import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { nextSerial } from '../../../kernel/numbering/index.ts';
import { checkContent } from '../check-content.ts';
import type { MaterialContent } from '../library.contract.ts';
import { columnsOf } from '../material-record.ts';
import type { MaterialsTables } from '../tables.ts';

/** Whose library a material enters, and the organisation that proposes it. */
export interface MaterialPlace {
  readonly regionCode: string;
  readonly organizationPath: string;
}

function placeOf({ actor }: Context): MaterialPlace {
  if (actor.kind === 'staff') return { regionCode: actor.regionCode, organizationPath: actor.organizationPath };
  throw new Error('only an officer has a place of one\'s own: name the region that the material is for');
}

/**
 * Adds a standard material as a draft with the next code (CAT-05).
 * @param place where it belongs; the officer's own region and organisation unless told
 * @throws materials.unknown-code, materials.unknown-licence-type
 */
export async function createMaterial(
  ctx: Context, content: MaterialContent, place = placeOf(ctx),
): Promise<{ id: string; code: string; revision: number }> {
  await checkContent(ctx, content);
  const id = createId();
  const code = `CL-${String(await nextSerial(ctx.kernel, 'materials.number_block')).padStart(6, '0')}`;
  const { actor } = ctx;
  const { regionCode, organizationPath } = place;
  const now = ctx.kernel.clock.now();
  const batch = new WriteBatch();
  writesFor<MaterialsTables>(batch).insert('materials.material', {
    id, code, ...columnsOf(content, [code]), state: 'draft', stateReason: null, mergedInto: null, revision: 1,
    regionCode, organizationPath, createdById: actor.id, createdByName: actor.name, createdAt: now, updatedByName: actor.name, updatedAt: now,
  });
  recordAudit(ctx, batch, { action: 'materials.create-material', objectType: 'standard-material', objectId: id, detail: { code, name: content.name } });
  await commit(ctx, batch);
  return { id, code, revision: 1 };
}
