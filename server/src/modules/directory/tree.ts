import type { Context } from '../../kernel/context.ts';
import { tablesOf } from '../../kernel/db/index.ts';
import { fail } from './errors.ts';
import type { DirectoryTables } from './tables.ts';

interface Member { id: string; name: string; parentId: string | null }

async function findByCode(ctx: Context, code: string): Promise<Member | undefined> {
  return tablesOf<DirectoryTables>(ctx.kernel.db).selectFrom('directory.entry').select(['id', 'name', 'parentId'])
    .where((eb) => eb.or([eb('catalogCode', '=', code), eb('localCatalogCode', '=', code)])).executeTakeFirst();
}

/**
 * The main item that a sub-item's elements name, null for a main item.
 * @throws directory.parent-not-found, directory.cycle naming the chain, directory.too-deep
 */
export async function resolveParent(ctx: Context, entry: { id: string; name: string }, parentCode: string | undefined): Promise<string | null> {
  if (parentCode === undefined) return null;
  const parent = await findByCode(ctx, parentCode);
  if (!parent) throw fail('directory.parent-not-found', { code: parentCode });
  if (parent.id === entry.id) throw fail('directory.cycle', { chain: `“${entry.name}”的主项是它自己` });
  if (parent.parentId === entry.id) throw fail('directory.cycle', { chain: `“${entry.name}”→“${parent.name}”→“${entry.name}”` });
  if (parent.parentId !== null) throw fail('directory.too-deep', { parent: parent.name, why: '它本身是子项' });
  const child = await tablesOf<DirectoryTables>(ctx.kernel.db).selectFrom('directory.entry').select('name').where('parentId', '=', entry.id).executeTakeFirst();
  if (child) throw fail('directory.too-deep', { parent: parent.name, why: `“${entry.name}”已有子项“${child.name}”` });
  return parent.id;
}
