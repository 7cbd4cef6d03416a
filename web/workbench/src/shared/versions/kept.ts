import type { Problem } from '@tongban/contract-kit';
import type { SaveState } from '../draft/draft-keeper.ts';

/** A draft that is saved as one goes, as the parts around an editor see it. */
export interface Kept {
  readonly state: SaveState;
  readonly savedAt: string | null;
  readonly problem: Problem | undefined;
  readonly mergedFrom: string | undefined;
  readonly revision: number;
  flush(): Promise<number | undefined>;
  end(): void;
}

/** Whether something was changed here since the page was read: whoever changed it last leaves the second look to somebody else. */
export function isTouched(keeper: Kept, revision: number): boolean {
  return keeper.state !== 'closed' && (keeper.revision !== revision || keeper.state !== 'saved');
}
