import type { Selectable } from 'kysely';
import type { Kernel } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import { fail } from '../errors.ts';
import type { WorkflowTables } from '../tables.ts';

export type Definition = Selectable<WorkflowTables['workflow.definition']>;

const maximumKept = 500;
// a published version never changes, so every process may keep it
const known = new Map<string, Definition>();

function keep(definition: Definition): Definition {
  const kept = known.get(definition.id);
  if (kept !== undefined) return kept;
  if (known.size >= maximumKept) known.clear();
  known.set(definition.id, definition);
  return definition;
}

/** The definition an instance runs by. @throws workflow.definition-not-found */
export async function getDefinition(kernel: Kernel, id: string): Promise<Definition> {
  const kept = known.get(id);
  if (kept !== undefined) return kept;
  const row = await tablesOf<WorkflowTables>(kernel.db).selectFrom('workflow.definition').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw fail('workflow.definition-not-found', { key: id });
  return keep(row);
}

// by kernel, because another database may hold another process under the same key
const versions = new WeakMap<Kernel, Map<string, Definition>>();

/** The given version of a process, kept once it was read, or its latest; undefined when it was never published. */
export async function findDefinition(kernel: Kernel, key: string, version?: number): Promise<Definition | undefined> {
  const kept = versions.get(kernel) ?? new Map<string, Definition>();
  versions.set(kernel, kept);
  const name = `${key}@${version ?? ''}`;
  const found = kept.get(name);
  if (found) return found;
  const { id } = await tablesOf<WorkflowTables>(kernel.db).selectFrom('workflow.definition').select('id').where('key', '=', key)
    .$if(version !== undefined, (query) => query.where('version', '=', version ?? 0))
    .orderBy('version', 'desc').limit(1).executeTakeFirst() ?? {};
  const definition = id === undefined ? undefined : await getDefinition(kernel, id);
  if (kept.size >= maximumKept) kept.clear();
  if (definition && version !== undefined) kept.set(name, definition);
  return definition;
}

/** As `findDefinition`. @throws workflow.definition-not-found */
export async function getPublishedDefinition(kernel: Kernel, key: string, version?: number): Promise<Definition> {
  const definition = await findDefinition(kernel, key, version);
  if (!definition) throw fail('workflow.definition-not-found', { key: version === undefined ? key : `${key} 第 ${version} 版` });
  return definition;
}
