import type { Kernel } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import type { WorkflowTables } from '../tables.ts';
import { getDefinition, type Definition } from './find-definition.ts';

/** The latest version of every process whose key begins with `prefix`, by key. */
export async function listDefinitions(kernel: Kernel, prefix: string): Promise<Definition[]> {
  const rows = await tablesOf<WorkflowTables>(kernel.db).selectFrom('workflow.definition').select(['id', 'key']).distinctOn('key')
    .where('key', 'like', `${prefix.replace(/[\\%_]/g, '\\$&')}%`).orderBy('key').orderBy('version', 'desc').execute();
  return Promise.all(rows.map(({ id }) => getDefinition(kernel, id)));
}
