import type { ItemVersion } from '@tongban/server/src/modules/catalog/contract.ts';
import { useKeeper } from '../../../shared/draft/use-keeper.ts';
import { ElementsKeeper } from './elements-keeper.ts';

/** A draft being filled in, saved as one types. */
export function useElements(version: ItemVersion): ElementsKeeper {
  return useKeeper(() => new ElementsKeeper(version));
}
