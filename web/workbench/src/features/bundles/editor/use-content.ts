import type { BundleVersionView } from '@tongban/server/src/modules/bundles/contract.ts';
import { useEffect, useReducer, useRef } from 'react';
import { ContentKeeper } from './content-keeper.ts';

/** A configuration being worked on, saved as one goes; leaving with unsaved changes is asked about. */
export function useContent(version: BundleVersionView): ContentKeeper {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const holder = useRef<ContentKeeper>(undefined);
  holder.current ??= new ContentKeeper(version);
  const keeper = holder.current;
  useEffect(() => {
    keeper.onChange = redraw;
    keeper.start();
    const before = (event: BeforeUnloadEvent) => {
      if (keeper.state !== 'saved' && keeper.state !== 'closed') event.preventDefault();
    };
    const keys = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key === 'z' && !event.shiftKey) keeper.undo();
      else if (key === 'y' || (key === 'z' && event.shiftKey)) keeper.redo();
      else return;
      event.preventDefault();
    };
    window.addEventListener('beforeunload', before);
    window.addEventListener('keydown', keys);
    return () => {
      window.removeEventListener('beforeunload', before);
      window.removeEventListener('keydown', keys);
      keeper.stop();
    };
  }, [keeper]);
  return keeper;
}
