import { type KeyboardEvent, useState } from 'react';
import { acceptSuggestion, type Suggest, type Suggestion, type Suggestions } from './suggestion.ts';

/** A field with completion: what is offered now, and what its keys do. */
export interface Completion {
  readonly found: Suggestions | undefined;
  /** Index of the chosen suggestion; -1 for none. */
  readonly chosen: number;
  /** Asks anew after something was typed or the cursor moved. */
  look: (source: string, cursor: number) => void;
  close: () => void;
  pick: (suggestion: Suggestion) => void;
  /** Takes the keys of the list; false when the key means something else. */
  onKey: (event: KeyboardEvent<HTMLElement>) => boolean;
}

/**
 * Completion of one field. Nothing is chosen until somebody goes down into the list, so that Enter and Tab still do what they
 * do in the field for whoever writes straight on.
 */
export function useCompletion(source: string, suggest: Suggest, change: (source: string, cursor: number) => void): Completion {
  const [found, setFound] = useState<Suggestions>();
  const [chosen, setChosen] = useState(-1);
  const show = (next: Suggestions | undefined): void => {
    setFound(next && next.list.length > 0 ? next : undefined);
    setChosen(-1);
  };
  const pick = (suggestion: Suggestion): void => {
    if (!found) return;
    const next = acceptSuggestion(source, found, suggestion);
    show(undefined);
    change(next.source, next.cursor);
  };
  return {
    found, chosen, pick,
    look: (text, cursor) => show(suggest(text, cursor)),
    close: () => show(undefined),
    onKey: (event) => {
      if (event.nativeEvent.isComposing) return true;
      if (event.key === ' ' && event.ctrlKey && event.target instanceof HTMLTextAreaElement) {
        event.preventDefault();
        show(suggest(source, event.target.selectionStart));
        return true;
      }
      if (!found) return false;
      const { list } = found;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        const step = event.key === 'ArrowDown' ? 1 : -1;
        setChosen((before) => Math.max(-1, Math.min(list.length - 1, before + step)));
        return true;
      }
      if (event.key === 'Escape') {
        event.preventDefault();
        show(undefined);
        return true;
      }
      const picked = list[chosen];
      if ((event.key !== 'Enter' && event.key !== 'Tab') || picked === undefined) return false;
      event.preventDefault();
      pick(picked);
      return true;
    },
  };
}
