import type { MigrationPlan, MigrationRoute } from '@tongban/server/src/kernel/workflow/migration.contract.ts';

/** What has been chosen for each element; undefined where the case may not stand on it when it is moved. */
export type Pairs = Readonly<Record<string, string | undefined>>;

/** What the platform suggests. */
export function suggestedPairs({ nodes }: MigrationPlan): Pairs {
  return Object.fromEntries(nodes.map(({ node, suggested }) => [node, suggested ?? undefined]));
}

/** The chosen pairs with the rest of the suggested map: what was not shown stays as it was suggested. */
export function routeOf({ from, to, nodes, nodeMap }: MigrationPlan, pairs: Pairs): MigrationRoute {
  const shown = new Set(nodes.map(({ node }) => node));
  const chosen = nodes.flatMap(({ node }) => { const target = pairs[node]; return target === undefined ? [] : [{ from: node, to: target }]; });
  return { fromDefinitionId: from.definitionId, toDefinitionId: to.definitionId, nodeMap: [...chosen, ...nodeMap.filter((one) => !shown.has(one.from))] };
}

/** Elements where cases stand that have no counterpart as yet. */
export function unpaired({ nodes }: MigrationPlan, pairs: Pairs): MigrationPlan['nodes'] {
  return nodes.filter(({ node, standing }) => standing > 0 && pairs[node] === undefined);
}
