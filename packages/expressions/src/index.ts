export { compile, type CompileOptions, referencedNames } from './compile-expression.ts';
export { evaluate, evaluateBoolean, evaluateTests } from './evaluate-expression.ts';
export type {
  CompileResult, EvaluateResult, Expression, ExpressionContext, ExpressionForm, ExpressionFunction, ExpressionFunctions,
  ExpressionNames, ExpressionProblem, NameType,
} from './expression.ts';
export { type OrderResult, orderByDependency } from './order-by-dependency.ts';
export { renameNames, type Renames } from './rename-names.ts';
export { LIMITS } from './limits.ts';
export { isIsoDate } from './convert-values.ts';
export { type PatternLimits, type PatternVerdict, vetPattern } from './vet-pattern.ts';
