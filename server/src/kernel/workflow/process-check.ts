import type { ProcessModel } from '@tongban/bpmn-model';
import type { Context, Kernel } from '../context.ts';
import type { ProcessProblem } from './definition.contract.ts';

/** What a module knows that a process must not contradict, such as the forms of the items that use it. */
export type ProcessCheck = (ctx: Context, key: string, model: ProcessModel) => Promise<ProcessProblem[]>;

const known = new WeakMap<Kernel, readonly ProcessCheck[]>();

/** Tells the workflow what the modules check; once, when the platform is put together. */
export function setProcessChecks(kernel: Kernel, checks: readonly ProcessCheck[]): void {
  known.set(kernel, checks);
}

export function processChecksOf(kernel: Kernel): readonly ProcessCheck[] {
  return known.get(kernel) ?? [];
}
