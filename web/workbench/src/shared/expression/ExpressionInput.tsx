import { ExpressionField } from '@tongban/expression-editor';
import { compile, type ExpressionForm, type ExpressionFunctions, type ExpressionNames, type ExpressionProblem } from '@tongban/expressions';
import { useState } from 'react';
import { suggest, type Vocabulary } from './suggest.ts';
import '@tongban/expression-editor/styles.css';

interface ExpressionInputProps {
  id?: string;
  label: string;
  value: string;
  vocabulary: Vocabulary;
  /** Names the expression may use, with their types; left out, any. */
  names?: ExpressionNames;
  functions?: ExpressionFunctions;
  /** `tests` for conditions on one value, such as `< 18, >= 60`; `expression` when left out. */
  form?: ExpressionForm;
  /** May stay empty. */
  optional?: boolean;
  disabled?: boolean;
  placeholder?: string;
  rows?: number;
  maxLength?: number;
  onChange: (value: string) => void;
}

/** What is wrong with an expression, as the editor says it; nothing for an empty one that may be empty. */
export function expressionProblems(value: string, { names, functions, form, optional }: Pick<ExpressionInputProps, 'names' | 'functions' | 'form' | 'optional'>): readonly ExpressionProblem[] {
  if (value.trim() === '' && optional === true) return [];
  const result = compile(value, { ...(names ? { names } : {}), ...(functions ? { functions } : {}), ...(form ? { form } : {}) });
  return result.ok ? [] : result.problems;
}

/** A FEEL expression being written: names, allowed values and functions are offered, and what is wrong is said at once, in Chinese. */
export function ExpressionInput({ value, vocabulary, names, functions, form, optional = false, ...field }: ExpressionInputProps) {
  const [touched, setTouched] = useState(false);
  const problems = touched || value.trim() !== '' ? expressionProblems(value, { ...(names ? { names } : {}), ...(functions ? { functions } : {}), ...(form ? { form } : {}), optional }) : [];
  return (
    <ExpressionField
      {...field} value={value} offerAll suggest={(source, cursor) => suggest(source, cursor, vocabulary)} onBlur={() => setTouched(true)}
      faults={problems}
    />
  );
}
