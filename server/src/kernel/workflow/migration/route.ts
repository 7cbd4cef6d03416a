import type { ProcessModel } from '@tongban/bpmn-model';
import { requireScope } from '../../access/index.ts';
import { liesInScope } from '../../access/scope-filter.ts';
import type { Context } from '../../context.ts';
import { getDefinition, type Definition } from '../definitions/find-definition.ts';
import { findProcessPlace } from '../drafts/write-draft.ts';
import { fail } from '../errors.ts';
import type { NodeMap } from '../interpreter/index.ts';
import type { MigrationRoute } from '../migration.contract.ts';

export const migratePermission = 'workflow.instance.migrate';

/** From which version to which, and how their elements answer to each other. */
export interface Route {
  readonly from: Definition;
  readonly to: Definition;
  readonly nodeMap: NodeMap;
}

/** Whoever may change a process's cases has it in their scope. @throws workflow.definition-not-found */
export async function requireProcess(ctx: Context, key: string): Promise<void> {
  if (!liesInScope(requireScope(ctx, migratePermission), ctx.actor, await findProcessPlace(ctx, key))) throw fail('workflow.definition-not-found', { key });
}

/** The two versions. @throws workflow.definition-not-found, workflow.migration-same-version */
export async function getVersions(ctx: Context, key: string, { fromDefinitionId, toDefinitionId }: Pick<MigrationRoute, 'fromDefinitionId' | 'toDefinitionId'>): Promise<Omit<Route, 'nodeMap'>> {
  await requireProcess(ctx, key);
  const [from, to] = [await getDefinition(ctx.kernel, fromDefinitionId), await getDefinition(ctx.kernel, toDefinitionId)];
  if (from.key !== key || to.key !== key) throw fail('workflow.definition-not-found', { key });
  if (from.id === to.id) throw fail('workflow.migration-same-version');
  return { from, to };
}

/** As `getVersions`, with the node map. @throws workflow.migration-map-invalid naming an element that is in neither version */
export async function getRoute(ctx: Context, key: string, input: MigrationRoute): Promise<Route> {
  const versions = await getVersions(ctx, key, input);
  const [known, targets] = [idsOf(versions.from.model), idsOf(versions.to.model)];
  for (const { from, to } of input.nodeMap) {
    if (!known.has(from)) throw fail('workflow.migration-map-invalid', { node: from });
    if (!targets.has(to)) throw fail('workflow.migration-map-invalid', { node: to });
  }
  return { ...versions, nodeMap: Object.fromEntries(input.nodeMap.map(({ from, to }) => [from, to])) };
}

function idsOf({ nodes, flows }: ProcessModel): Set<string> {
  return new Set([...nodes, ...flows].map(({ id }) => id));
}

/** What a node is called; its id when it has no name. */
export function nameOf({ nodes }: ProcessModel, id: string): string {
  return nodes.find((node) => node.id === id)?.name ?? id;
}
