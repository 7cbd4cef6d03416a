import { maskNumbersIn } from '@tongban/identifiers';
import type { MatterFile } from './contract.ts';

/** Subject of the files that belong to a matter. */
export const matterFileOwner = 'stuck-matter';

interface Step { action: string; detail: Readonly<Record<string, unknown>> }

/** What a step brought, as `attachFiles` noted it; numbers of persons in names are masked. */
export function filesOfStep({ detail }: Step): MatterFile[] {
  // Only `attachFiles` writes them.
  return ((detail['files'] ?? []) as MatterFile[]).map(({ id, name }) => ({ id, name: maskNumbersIn(name) }));
}

/** The files of the latest step of a kind, for steps in their order. */
export function filesOfLatest(steps: readonly Step[], action: 'register' | 'answer'): MatterFile[] {
  const step = steps.findLast((one) => one.action === action);
  return step ? filesOfStep(step) : [];
}
