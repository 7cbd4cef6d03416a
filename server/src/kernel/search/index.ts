export { normalizeSearchText } from './normalize.ts';
export { planSearch, type SearchAttempt, type SearchMatch } from './search-query.ts';
export { buildSearchVector, type SearchField, type SearchWeight } from './search-vector.ts';
export { segment } from './segment.ts';
