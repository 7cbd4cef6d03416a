import type { QueryOf } from '@tongban/contract-kit';
import {
  applyMapping, listMappingUses, previewMapping, type listUnmapped, type MappingLine, type MappingOutcome, type MappingPlan,
} from '@tongban/server/src/modules/materials/contract.ts';
import { api } from '../../shared/api.ts';

export type UnmappedQuery = Omit<QueryOf<typeof listUnmapped>, 'limit' | 'cursor'>;

/** Lines of one preview and items of one application, within what the server takes at once. */
const linesAtOnce = 100;
const itemsAtOnce = 20;

function inParts<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_part, index) => all.slice(index * size, (index + 1) * size));
}

/** All places, within a department, where a name has no code yet. */
export async function readUses(nameKey: string, departmentId: string | undefined): Promise<Pick<MappingLine, 'itemId' | 'key'>[]> {
  const found: Pick<MappingLine, 'itemId' | 'key'>[] = [];
  for (let cursor: string | undefined; ; ) {
    const query = { nameKey, limit: 100, ...(departmentId ? { departmentId } : {}), ...(cursor ? { cursor } : {}) };
    const page = await api.call(listMappingUses, { query });
    found.push(...page.items.map(({ itemId, key }) => ({ itemId, key })));
    if (page.nextCursor === null) return found;
    cursor = page.nextCursor;
  }
}

/** What the mapping would do, item by item; lines of one item stay together. */
export async function readPlans(lines: readonly MappingLine[]): Promise<MappingPlan[]> {
  const ordered = [...new Set(lines.map(({ itemId }) => itemId))].flatMap((itemId) => lines.filter((line) => line.itemId === itemId));
  const plans = new Map<string, MappingPlan>();
  for (const part of inParts(ordered, linesAtOnce)) {
    for (const plan of (await api.call(previewMapping, { body: { lines: part } })).plans) {
      const known = plans.get(plan.itemId);
      plans.set(plan.itemId, known ? { ...plan, changes: [...known.changes, ...plan.changes], effect: known.effect === 'refused' ? 'refused' : plan.effect } : plan);
    }
  }
  return [...plans.values()];
}

/** Applies plans some items at a time and tells how far it is; what was done stays done if the rest fails. */
export async function applyPlans(plans: readonly MappingPlan[], withReviewPoints: boolean, onDone: (outcomes: readonly MappingOutcome[]) => void): Promise<void> {
  for (const part of inParts(plans, itemsAtOnce)) {
    const items = part.map(({ itemId, versionId, revision, changes }) => ({
      itemId, versionId, revision, changes: changes.map(({ key, to }) => ({ key, standardCode: to })),
    }));
    onDone((await api.call(applyMapping, { body: { items, withReviewPoints } })).outcomes);
  }
}
