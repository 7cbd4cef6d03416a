import type { ItemVersion } from '@tongban/server/src/modules/catalog/contract.ts';
import { useKeeper, useUndoKeys } from '../../../shared/draft/use-keeper.ts';
import { ElementsKeeper } from './elements-keeper.ts';

/** A draft being filled in, saved as one types. */
export function useElements(version: ItemVersion): ElementsKeeper {
  const keeper = useKeeper(() => new ElementsKeeper(version));
  useUndoKeys(keeper);
  return keeper;
}
