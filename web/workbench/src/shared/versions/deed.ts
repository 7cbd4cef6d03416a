import type { Problem } from '@tongban/contract-kit';

/** A write on its way, whatever it is: what `useAction` gives, without its input. */
export interface Deed {
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  clear(): void;
}
