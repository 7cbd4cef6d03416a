import type { Kernel } from '../../context.ts';
import type { TaskRouter } from '../task-router.ts';

// by kernel, because tests have many
const routers = new WeakMap<Kernel, ReadonlyMap<string, TaskRouter>>();

/** Makes the routers of the modules known to the processes of a platform. @throws Error when two want the same subjects */
export function useTaskRouters(kernel: Kernel, given: readonly TaskRouter[]): void {
  const bySubject = new Map(given.map((router) => [router.subjectType, router]));
  if (bySubject.size < given.length) throw new Error('two modules route the tasks of one type of subject');
  routers.set(kernel, bySubject);
}

/** The router of the processes about a type of subject, if there is one. */
export function findTaskRouter(kernel: Kernel, subjectType: string): TaskRouter | undefined {
  return routers.get(kernel)?.get(subjectType);
}
