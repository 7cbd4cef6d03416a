import type { BundleVersionView } from '@tongban/server/src/modules/bundles/contract.ts';
import { useKeeper, useUndoKeys } from '../../../shared/draft/use-keeper.ts';
import { ContentKeeper } from './content-keeper.ts';

/** A configuration being worked on, saved as one goes. */
export function useContent(version: BundleVersionView): ContentKeeper {
  const keeper = useKeeper(() => new ContentKeeper(version));
  useUndoKeys(keeper);
  return keeper;
}
