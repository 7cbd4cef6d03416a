import { createGraph, isActivity, type ProcessModel, type ProcessNode } from '@tongban/bpmn-model';
import type { QueryOf } from '@tongban/contract-kit';
import type { Context } from '../../context.ts';
import { readRowsAlone } from '../../db/index.ts';
import type { MigrationPlan, planMigration as operation } from '../migration.contract.ts';
import { countRunning } from './running.ts';
import { getVersions } from './route.ts';
import { suggestNodeMap } from './suggest-node-map.ts';

const standing = `
SELECT token ->> 'node' AS node, count(DISTINCT i.id)::int AS count
FROM workflow.instance i CROSS JOIN LATERAL jsonb_array_elements(i.state -> 'tokens') AS token
WHERE i.definition_id = $1 AND i.status IN ('running', 'suspended') GROUP BY 1`;

/** How the elements of two versions answer to each other, as far as that can be told, and where cases stand now. */
export async function planMigration(ctx: Context, key: string, query: QueryOf<typeof operation>): Promise<MigrationPlan> {
  const { from, to } = await getVersions(ctx, key, query);
  const [running, rows] = await Promise.all([countRunning(ctx, from.id), readRowsAlone<{ node: string; count: number }>(ctx.kernel.db, standing, [from.id])]);
  const counts = new Map(rows.map(({ node, count }) => [node, count]));
  const { nodeMap, by } = suggestNodeMap(from.model, to.model);
  const name = ({ id, name: written }: ProcessNode): string => written ?? id;
  const nodes = from.model.nodes.filter((node) => counts.has(node.id) || mayHold(from.model, node)).map((node) => ({
    node: node.id, name: name(node), kind: node.kind, standing: counts.get(node.id) ?? 0, suggested: nodeMap[node.id] ?? null, by: by.get(node.id) ?? null,
    options: to.model.nodes.filter(({ kind }) => kind === node.kind).map((one) => ({ node: one.id, name: name(one) })),
  }));
  return {
    key, name: to.name, from: { definitionId: from.id, version: from.version }, to: { definitionId: to.id, version: to.version }, running,
    nodes: nodes.toSorted((a, b) => b.standing - a.standing), nodeMap: Object.entries(nodeMap).map(([one, other]) => ({ from: one, to: other })),
  };
}

/** Whether a case can wait at a node between two steps. */
function mayHold(model: ProcessModel, node: ProcessNode): boolean {
  if (isActivity(node) || node.kind === 'timer' || node.kind === 'message') return true;
  return (node.kind === 'parallel' || node.kind === 'inclusive') && createGraph(model).incoming(node.id).length > 1;
}
