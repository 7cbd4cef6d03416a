import type { BundleItem, BundleParts } from '@tongban/server/src/modules/bundles/contract.ts';

export interface GraphNode { readonly key: string; readonly column: number; readonly row: number; readonly critical: boolean }
export interface GraphEdge { readonly from: GraphNode; readonly to: GraphNode; readonly critical: boolean }
export interface Graph { readonly nodes: readonly GraphNode[]; readonly edges: readonly GraphEdge[]; readonly columns: number; readonly rows: number }

/**
 * Places items by steps: a column for what is handled at the same time. Within a column an item stands beside what it waits
 * for, so that few lines cross. Waiting for an item of no step is not drawn.
 */
export function layoutGraph(items: readonly Pick<BundleItem, 'key' | 'dependsOn'>[], { steps, criticalPath }: Pick<BundleParts, 'steps' | 'criticalPath'>): Graph {
  const placed = new Map<string, GraphNode>();
  const dependsOn = (key: string) => items.find((item) => item.key === key)?.dependsOn ?? [];
  steps.forEach((step, column) => {
    const rowWanted = (key: string): number => {
      const rows = dependsOn(key).flatMap((one) => placed.get(one)?.row ?? []);
      return rows.length === 0 ? step.items.indexOf(key) : rows.reduce((sum, row) => sum + row, 0) / rows.length;
    };
    step.items.toSorted((one, other) => rowWanted(one) - rowWanted(other)).forEach((key, row) => placed.set(key, { key, column, row, critical: criticalPath.includes(key) }));
  });
  const edges = items.flatMap(({ key, dependsOn: before }) => before.flatMap((one): GraphEdge[] => {
    const [from, to] = [placed.get(one), placed.get(key)];
    const at = criticalPath.indexOf(one);
    return from && to ? [{ from, to, critical: at !== -1 && criticalPath[at + 1] === key }] : [];
  }));
  return { nodes: [...placed.values()], edges, columns: steps.length, rows: Math.max(0, ...steps.map((step) => step.items.length)) };
}
