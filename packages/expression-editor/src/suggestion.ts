/** One thing that can be written at the cursor. */
export interface Suggestion {
  /** Tells it from the others of the list. */
  readonly key: string;
  readonly label: string;
  readonly note: string;
  readonly insert: string;
  /** Where the cursor goes within `insert`. */
  readonly cursor: number;
}

/** What may be written at the cursor, and the part of the source that it takes the place of. */
export interface Suggestions {
  readonly from: number;
  readonly to: number;
  readonly list: readonly Suggestion[];
}

/** Tells what may be written in `source` at `cursor`. */
export type Suggest = (source: string, cursor: number) => Suggestions;

/** Those whose name, or what is written for it, holds what was typed; those that begin with it come first. Quotation marks do not count. */
export function rank(list: readonly Suggestion[], typed: string, most: number): readonly Suggestion[] {
  const wanted = typed.toLowerCase();
  const placeIn = (text: string): number => text.toLowerCase().replace(/^"/, '').indexOf(wanted);
  const places = list.map((suggestion) => {
    const found = [placeIn(suggestion.label), placeIn(suggestion.insert)].filter((place) => place >= 0);
    return { suggestion, place: found.length === 0 ? -1 : Math.min(...found) };
  });
  return [...places.filter(({ place }) => place === 0), ...places.filter(({ place }) => place > 0)].map(({ suggestion }) => suggestion).slice(0, most);
}

/** The source with a suggestion in its place, and where the cursor stands then. */
export function acceptSuggestion(source: string, { from, to }: Pick<Suggestions, 'from' | 'to'>, { insert, cursor }: Pick<Suggestion, 'insert' | 'cursor'>): { readonly source: string; readonly cursor: number } {
  return { source: source.slice(0, from) + insert + source.slice(to), cursor: from + cursor };
}
