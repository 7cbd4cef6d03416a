export { ExpressionField, type ExpressionFault } from './ExpressionField.tsx';
export { SuggestionList } from './SuggestionList.tsx';
export { useCompletion, type Completion } from './use-completion.ts';
export { acceptSuggestion, rank, type Suggest, type Suggestion, type Suggestions } from './suggestion.ts';
export { expressionFunctions, suggestFunctions, type ExpressionFunction } from './functions.ts';
