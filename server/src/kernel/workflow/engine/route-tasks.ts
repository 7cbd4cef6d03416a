import type { Effect, TaskOpening, Variables } from '../interpreter/index.ts';
import type { TaskRoute } from '../task-router.ts';
import { candidateKey } from './candidate-key.ts';
import { findTaskRouter } from './task-routers.ts';
import { changeTask, type LiveInstance, type Unit } from './unit.ts';

/** What the router of one step's process has said so far; equal tasks are asked about once. */
export interface Routing {
  /** For the interpreter: the candidates said for a task, undefined while nothing is known. */
  readonly route: (opening: TaskOpening) => TaskRoute['candidates'] | undefined;
  /** Asks about the tasks that came up since the last time; true when the step has to be taken again with the answers. */
  ask(variables: Variables): Promise<boolean>;
  /** Gives created tasks to who was named, and keeps what is to be recorded of them with the unit. */
  settle(effects: readonly Effect[]): void;
}

/** Opens the routing of one step of an instance. */
export function openRouting(unit: Unit, { row }: LiveInstance): Routing {
  const router = findTaskRouter(unit.ctx.kernel, row.subjectType);
  const said = new Map<string, TaskRoute | undefined>();
  const unasked = new Map<string, TaskOpening>();
  const openings = new Map<string, TaskOpening>();
  return {
    route(opening) {
      const key = keyOf(opening);
      openings.set(opening.taskId, opening);
      if (!said.has(key)) unasked.set(key, opening);
      return said.get(key)?.candidates;
    },
    async ask(variables) {
      if (router === undefined || unasked.size === 0) return false;
      const wanted = [...unasked];
      unasked.clear();
      const process = { instanceId: row.id, subjectId: row.subjectId, subjectNumber: row.subjectNumber, variables, subject: unit.subject };
      const routes = await router.routeTasks(unit.ctx, process, wanted.map(([, opening]) => opening));
      for (const [index, [key]] of wanted.entries()) said.set(key, routes[index]);
      return routes.some((route) => route !== undefined && route.candidates.length > 0);
    },
    settle(effects) {
      for (const effect of effects) {
        const opening = effect.type === 'task-created' ? openings.get(effect.taskId) : undefined;
        const route = opening && said.get(keyOf(opening));
        if (effect.type !== 'task-created' || opening === undefined || route === undefined) continue;
        const taken = route.candidates.length > 0 && effect.candidates === route.candidates;
        if (taken && route.assignee) changeTask(unit, effect.taskId, { assigneeId: route.assignee.id, assigneeName: route.assignee.name });
        unit.routed.push((batch) => route.record(batch, { taskId: effect.taskId, opening, taken, unhandled: effect.unhandled === true }));
      }
    },
  };
}

function keyOf({ node, candidates }: TaskOpening): string {
  return JSON.stringify([node, candidates.map(candidateKey)]);
}
