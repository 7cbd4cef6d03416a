import type { ProcessModel } from '@tongban/bpmn-model';
import { loadCalendar, workingSeconds } from '../../calendar/index.ts';
import type { Context } from '../../context.ts';
import { readRowsAlone } from '../../db/index.ts';
import { getDefinition, type Definition } from '../definitions/find-definition.ts';
import type { InstanceRow, TaskRow } from '../engine/unit.ts';
import type { NodeMap, Variables } from '../interpreter/index.ts';
import { pairFlows, suggestNodeMap } from '../migration/suggest-node-map.ts';

/** A time at a step of a past process, in the elements of the version it ran by. */
export interface RecordedVisit {
  readonly node: string;
  readonly name: string;
  readonly step: string;
  /** What doing it wrote; undefined where that was not recorded. */
  result: Variables | undefined;
  /** Working seconds until it was done; undefined while it is open. */
  readonly seconds: number | undefined;
  /** Step it was sent back to. */
  readonly returnedTo: string | undefined;
}

/** How the process of a past subject went. */
export interface PastInstance {
  readonly subjectId: string;
  readonly definition: Definition;
  /** Whether it came to an end event; a process that was ended early, or is under way, went only part of its way. */
  readonly completed: boolean;
  /** Values as they are at the end. */
  readonly variables: Variables;
  readonly visits: RecordedVisit[];
  /** Flows gone along; empty for what began before they were recorded. */
  readonly taken: readonly string[];
  /** Working seconds from the start to the end, or to the last step that was done. */
  readonly seconds: number;
}

type Task = Pick<TaskRow, 'instanceId' | 'id' | 'node' | 'name' | 'step' | 'status' | 'returned' | 'result' | 'completedByName' | 'createdAt' | 'endedAt'>;
interface Moved { instanceId: string; at: Date; nodeMap: NodeMap }

const instancesOf = `
SELECT DISTINCT ON (subject_id) * FROM workflow.instance
WHERE subject_type = $1 AND subject_id = ANY($2::uuid[]) AND parent_id IS NULL ORDER BY subject_id, id DESC`;
const tasksOf = `
SELECT instance_id, id, node, name, step, status, returned, result, completed_by_name, created_at, ended_at FROM workflow.task
WHERE instance_id = ANY($1::uuid[]) AND sign_mode IS NULL ORDER BY created_at, id`;
const movesOf = `
SELECT c.instance_id, c.at, m.node_map FROM workflow.migration_case c JOIN workflow.migration m ON m.id = c.migration_id
WHERE c.instance_id = ANY($1::uuid[]) AND c.result = 'moved' ORDER BY c.at`;

/** The latest process about each subject, in three queries; whether the actor may see the subjects is the caller's to decide. */
export async function readPastInstances(ctx: Context, subjectType: string, subjectIds: readonly string[]): Promise<Map<string, PastInstance>> {
  const { db } = ctx.kernel;
  const instances = await readRowsAlone<InstanceRow>(db, instancesOf, [subjectType, [...subjectIds]]);
  const ids = instances.map(({ id }) => id);
  const [tasks, moves, calendar] = await Promise.all([readRowsAlone<Task>(db, tasksOf, [ids]), readRowsAlone<Moved>(db, movesOf, [ids]), loadCalendar(ctx.kernel)]);
  const past = new Map<string, PastInstance>();
  for (const { id, subjectId, definitionId, status, state, taken, startedAt, endedAt } of instances) {
    const own = tasks.filter(({ instanceId }) => instanceId === id);
    const ownMoves = moves.filter(({ instanceId }) => instanceId === id);
    const until = endedAt ?? own.findLast((task) => task.endedAt !== null)?.endedAt ?? startedAt;
    past.set(subjectId, {
      subjectId, definition: await getDefinition(ctx.kernel, definitionId), completed: status === 'completed', variables: state.variables, taken, seconds: workingSeconds(calendar, startedAt, until),
      visits: own.filter((task) => task.status !== 'cancelled' || task.completedByName !== null).map((task) => ({
        node: nodeNow(task, ownMoves), name: task.name, step: task.step, result: task.result ?? undefined,
        seconds: task.endedAt === null ? undefined : workingSeconds(calendar, task.createdAt, task.endedAt), returnedTo: returnedTo(task, own, ownMoves),
      })),
    });
  }
  return past;
}

/** What a task was sent back to: the step that began again at that very moment. */
function returnedTo(task: Task, all: readonly Task[], moves: readonly Moved[]): string | undefined {
  if (task.status !== 'cancelled' || task.endedAt === null) return undefined;
  const at = task.endedAt.getTime();
  const next = all.find((one) => one.returned && one.createdAt.getTime() === at);
  return next === undefined ? undefined : nodeNow(next, moves);
}

/** Where a task that was done before a migration stands in the version the process ended by. */
export function nodeNow({ node, endedAt }: Pick<TaskRow, 'node' | 'endedAt'>, moves: readonly Pick<Moved, 'at' | 'nodeMap'>[]): string {
  return moves.reduce((at, move) => (endedAt !== null && endedAt <= move.at ? move.nodeMap[at] ?? at : at), node);
}

/**
 * The values a process began with: those of its end without what its steps wrote, as far as the records tell.
 */
export function startVariables({ variables, visits, definition }: PastInstance): Variables {
  const written = new Set([
    ...visits.flatMap(({ result }) => Object.keys(result ?? {})),
    ...definition.model.nodes.flatMap((node) => ('multi' in node && node.multi?.outputCollection !== undefined ? [node.multi.outputCollection] : [])),
  ]);
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !written.has(name)));
}

/** Element of a past version → element of the process it is replayed on; what `pairs` says goes before what can be told by id or name. */
export function mapForReplay(from: ProcessModel, to: ProcessModel, pairs: NodeMap): NodeMap {
  const known = new Set(to.nodes.map(({ id }) => id));
  const own = Object.fromEntries(Object.entries(pairs).filter(([one, other]) => known.has(other) && from.nodes.some(({ id }) => id === one)));
  const targets = new Set(Object.values(own));
  const suggested = Object.entries(suggestNodeMap(from, to).nodeMap).filter(([one, other]) => own[one] === undefined && !targets.has(other));
  const map = { ...Object.fromEntries(suggested), ...own };
  // What was paired by hand pairs the flows beside it.
  return { ...map, ...pairFlows(from, to, map) };
}
