import { useEffect, useReducer, useRef } from 'react';
import type { SaveState } from './draft-keeper.ts';

interface Keeping {
  readonly state: SaveState;
  onChange: () => void;
  start(): void;
  stop(): void;
}

/** A draft being worked on, saved as one goes; leaving with unsaved changes is asked about. */
export function useKeeper<Keeper extends Keeping>(create: () => Keeper): Keeper {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const holder = useRef<Keeper>(undefined);
  holder.current ??= create();
  const keeper = holder.current;
  useEffect(() => {
    keeper.onChange = redraw;
    keeper.start();
    const before = (event: BeforeUnloadEvent) => {
      if (keeper.state !== 'saved' && keeper.state !== 'closed') event.preventDefault();
    };
    window.addEventListener('beforeunload', before);
    return () => {
      window.removeEventListener('beforeunload', before);
      keeper.stop();
    };
  }, [keeper]);
  return keeper;
}

/** Undo and redo of the whole draft by keyboard, in an editor; what is filled in field by field is better undone by the browser. */
export function useUndoKeys(keeper: { undo(): void; redo(): void }): void {
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key === 'z' && !event.shiftKey) keeper.undo();
      else if (key === 'y' || (key === 'z' && event.shiftKey)) keeper.redo();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', keys);
    return () => { window.removeEventListener('keydown', keys); };
  }, [keeper]);
}
