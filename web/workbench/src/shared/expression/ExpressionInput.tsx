import { compile, type ExpressionForm, type ExpressionFunctions, type ExpressionNames, type ExpressionProblem } from '@tongban/expressions';
import { useId, useRef, useState } from 'react';
import { SuggestionList } from './SuggestionList.tsx';
import type { Vocabulary } from './suggest.ts';
import { useCompletion } from './use-completion.ts';
import './expression.css';

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
export function ExpressionInput({ id, label, value, vocabulary, names, functions, form, optional = false, disabled = false, placeholder, rows = 1, maxLength = 2_000, onChange }: ExpressionInputProps) {
  const own = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [touched, setTouched] = useState(false);
  const put = (source: string, cursor: number) => {
    onChange(source);
    requestAnimationFrame(() => field.current?.setSelectionRange(cursor, cursor));
  };
  const completion = useCompletion(value, vocabulary, put);
  const problems = touched || value.trim() !== '' ? expressionProblems(value, { ...(names ? { names } : {}), ...(functions ? { functions } : {}), ...(form ? { form } : {}), optional }) : [];
  const list = `${own}-list`;
  const show = ({ from, to }: ExpressionProblem) => {
    field.current?.focus();
    field.current?.setSelectionRange(from, to);
  };
  return (
    <div className="expression">
      <textarea
        ref={field} {...(id ? { id } : {})} className={problems.length > 0 ? 'expression__field is-wrong' : 'expression__field'} aria-label={label} value={value} rows={rows} maxLength={maxLength} disabled={disabled} placeholder={placeholder ?? ''} spellCheck={false} autoComplete="off"
        role="combobox" aria-expanded={completion.found !== undefined} aria-controls={list} aria-autocomplete="list" {...(completion.chosen >= 0 ? { 'aria-activedescendant': `${list}-${completion.chosen}` } : {})}
        aria-invalid={problems.length > 0} {...(problems.length > 0 ? { 'aria-describedby': `${own}-problems` } : {})}
        onChange={({ target }) => {
          onChange(target.value);
          completion.look(target.value, target.selectionStart);
        }}
        onClick={({ currentTarget }) => { if (currentTarget.value === '') completion.look('', 0); }}
        onBlur={() => {
          setTouched(true);
          completion.close();
        }}
        onKeyDown={(event) => { if (completion.onKey(event) && event.key === 'Escape') event.stopPropagation(); }}
      />
      <SuggestionList completion={completion} anchor={field} id={list} />
      {problems.length > 0 ? (
        <ul className="expression__problems" id={`${own}-problems`}>
          {problems.map((problem) => <li key={`${problem.code} ${problem.from}`}><button type="button" onClick={() => show(problem)}>{problem.message}</button></li>)}
        </ul>
      ) : null}
    </div>
  );
}
