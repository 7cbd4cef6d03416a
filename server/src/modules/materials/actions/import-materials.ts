import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { checkContents, requireComplete } from '../check-content.ts';
import type { MaterialContent } from '../library.contract.ts';
import type { NamedMaterial } from '../queries/find-by-name.ts';
import { addMaterialRow, type MaterialPlace } from './create-material.ts';

/** Rows of one statement. */
const together = 500;

/**
 * Takes over materials of a library that is kept elsewhere, in use from the start: all of them in a few statements.
 * @throws materials.unknown-code, materials.unknown-licence-type, materials.incomplete
 */
export async function importMaterials(ctx: Context, contents: readonly MaterialContent[], place: MaterialPlace): Promise<NamedMaterial[]> {
  await checkContents(ctx, contents);
  for (const content of contents) requireComplete(content);
  const added: NamedMaterial[] = [];
  for (let from = 0; from < contents.length; from += together) {
    const batch = new WriteBatch();
    const part = contents.slice(from, from + together);
    for (const content of part) {
      const { id, code } = await addMaterialRow(ctx, batch, content, place, 'active');
      added.push({ id, code, name: content.name, kind: content.kind });
    }
    recordAudit(ctx, batch, { action: 'materials.import-materials', objectType: 'standard-material', objectId: '', detail: { count: part.length } });
    await commit(ctx, batch);
  }
  return added;
}
