import type { ProcessModel } from '@tongban/bpmn-model';
import type { Context } from '../../kernel/context.ts';
import { takeTurns } from '../../kernel/turns.ts';
import { mapForReplay, readPastInstances, startVariables, StepCounter, type NodeMap, type PastInstance, type PastVisit, type StepProfile } from '../../kernel/workflow/index.ts';
import { listRecordedResults } from '../cases/index.ts';

/** Cases whose history is in memory at once. */
export const chunkSize = 50;

/** A past case, told in the elements of the tried process. */
export interface Told {
  past: PastInstance;
  nodeMap: NodeMap;
  variables: Record<string, unknown>;
  visits: PastVisit[];
}

/** Steps whose decision the actions of a case record; the others write nothing. */
const deciding = new Set(['acceptance', 'review', 'decision']);

/** Reads the histories of some cases, with what was decided at each step as far as it was recorded anywhere. */
export async function readPast(ctx: Context, caseIds: readonly string[], model: ProcessModel, pairs: NodeMap): Promise<Map<string, Told>> {
  const [instances, results] = await Promise.all([readPastInstances(ctx, 'case', caseIds), listRecordedResults(ctx, caseIds)]);
  const maps = new Map<string, NodeMap>();
  return new Map([...instances].map(([caseId, past]) => {
    const left = results.filter((one) => one.caseId === caseId);
    for (const visit of past.visits) {
      if (visit.result !== undefined || visit.seconds === undefined || visit.returnedTo !== undefined) continue;
      const at = left.findIndex(({ step, node }) => step === visit.step && (node === null || node === visit.node));
      if (at >= 0) visit.result = left.splice(at, 1)[0]?.values;
      else if (!deciding.has(visit.step)) visit.result = {};
    }
    const nodeMap = maps.get(past.definition.id) ?? mapForReplay(past.definition.model, model, pairs);
    maps.set(past.definition.id, nodeMap);
    return [caseId, { past, nodeMap, variables: startVariables(past), visits: past.visits.flatMap((visit): PastVisit[] => toPastVisit(visit, nodeMap)) }];
  }));
}

function toPastVisit({ node, result, seconds, returnedTo }: PastInstance['visits'][number], nodeMap: NodeMap): PastVisit[] {
  const target = nodeMap[node];
  // What was still open told nothing of how it came out or how long it took.
  if (target === undefined || seconds === undefined) return [];
  return [{ node: target, result, seconds, returnedTo: returnedTo === undefined ? undefined : nodeMap[returnedTo] }];
}

/** What all chosen cases tell of the steps. */
export interface Profiles {
  byNode: Map<string, StepProfile>;
  byStep: Map<string, StepProfile>;
  /** Past steps that nothing answers to, by name. */
  unpaired: { node: string; name: string; visits: number }[];
}

/** Reads all histories once, chunk by chunk, and counts them. */
export async function readProfiles(ctx: Context, caseIds: readonly string[], model: ProcessModel, pairs: NodeMap): Promise<Profiles> {
  const [nodes, steps] = [new Map<string, StepCounter>(), new Map<string, StepCounter>()];
  const unpaired = new Map<string, Profiles['unpaired'][number]>();
  const count = (counters: Map<string, StepCounter>, key: string, result: PastVisit['result'], seconds: number | undefined): void => {
    const counter = counters.get(key) ?? new StepCounter();
    counters.set(key, counter);
    counter.add(result, seconds);
  };
  const turn = takeTurns();
  for (let from = 0; from < caseIds.length; from += chunkSize) {
    for (const { past, nodeMap } of (await readPast(ctx, caseIds.slice(from, from + chunkSize), model, pairs)).values()) {
      for (const { node, name, step, result, seconds, returnedTo } of past.visits) {
        const target = nodeMap[node];
        if (target === undefined) {
          const known = unpaired.get(node) ?? { node, name, visits: 0 };
          unpaired.set(node, { ...known, visits: known.visits + 1 });
        }
        if (seconds === undefined || returnedTo !== undefined) continue;
        if (target !== undefined) count(nodes, target, result, seconds);
        count(steps, step, result, seconds);
      }
      await turn();
    }
  }
  const profiles = (counters: Map<string, StepCounter>) => new Map([...counters].map(([key, counter]) => [key, counter.profile()]));
  return { byNode: profiles(nodes), byStep: profiles(steps), unpaired: [...unpaired.values()].toSorted((one, other) => other.visits - one.visits) };
}
