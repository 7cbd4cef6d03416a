import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import { text } from '../text.ts';
import { useDebounced } from '../use-debounced.ts';

/** How long one waits for the next key before the server is asked, ms. */
const pauseMs = 250;

export interface PickerWords {
  /** As it stands in the field. */
  typed: string;
  /** What the server is asked for. */
  q: string;
  setTyped: (words: string) => void;
}

/** What is typed into a picker whose list comes from the server. */
export function usePickerWords(): PickerWords {
  const [typed, setTyped] = useState('');
  return { typed, q: useDebounced(typed.trim(), pauseMs), setTyped };
}

/** How a query stands; with `placeholderData` it goes on showing what it found for the words before. */
interface Found { fetchStatus: 'fetching' | 'paused' | 'idle'; isPending: boolean; isPlaceholderData: boolean }

interface PickerList<O> {
  options: readonly O[];
  /** Whoever or whatever is chosen already, which keeps its name in the field meanwhile. */
  chosen?: readonly string[];
  /** What is said of an empty list. */
  none?: string | null | undefined;
}

/**
 * The parts of a Select whose list the server searches. While the list is not yet that of what is typed it offers nothing and
 * Enter does nothing: else the first of the list before would be chosen, which is somebody else.
 */
export function pickerSearch<O extends { value: string }>({ typed, q, setTyped }: PickerWords, found: Found, { options, chosen = [], none }: PickerList<O>) {
  const waits = typed.trim() !== q || (found.fetchStatus !== 'idle' && (found.isPending || found.isPlaceholderData));
  return {
    loading: waits || found.fetchStatus === 'fetching',
    options: waits ? options.filter(({ value }) => typed === '' && chosen.includes(value)) : [...options],
    notFoundContent: waits ? text.searching : none,
    showSearch: { filterOption: false, onSearch: setTyped, searchValue: typed },
    onInputKeyDown: (event: KeyboardEvent) => {
      if (!waits || event.key !== 'Enter') return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
