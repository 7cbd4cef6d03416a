import { evaluateForm, type FormAnswers, type FormDefinition, type FormEvaluation, type FormIssue } from '@tongban/form-model';
import { useId, useMemo, useRef } from 'react';
import { ErrorSummary } from './ErrorSummary.tsx';
import { type FormEnvironment, type RenderScope, RenderScopeProvider } from './form-environment.ts';
import { SectionView } from './SectionView.tsx';
import { setAnswer, withShownRows } from './set-answer.ts';
import { useNarrow } from './use-narrow.ts';

export interface FormRendererProps {
  /** A definition that has passed `checkDefinition`; keep one object per version. */
  readonly definition: FormDefinition;
  readonly answers: FormAnswers;
  readonly onChange: (answers: FormAnswers, changedPath: string) => void;
  /** Issues to show; usually those of `validateForm` or of the server's answer after an attempt to submit. */
  readonly issues?: readonly FormIssue[];
  /** Raised at each attempt to submit, so that the summary of issues takes the focus. */
  readonly submitCount?: number;
  /** Shows all answers without controls. */
  readonly readOnly?: boolean;
  /** Left out, the width of the window decides. */
  readonly mode?: 'pc' | 'phone';
  readonly environment: FormEnvironment;
  /** Level of the section headings; default 2. */
  readonly headingLevel?: 2 | 3 | 4;
}

const NO_ISSUES: readonly FormIssue[] = [];

/**
 * Draws a form to be filled in: labels tied to controls, requirements in words, errors beside their field and in a summary,
 * tables that become cards on a phone. Follows WCAG 2.1 AA and GB/T 37668 (PTL-09).
 */
export function FormRenderer({ definition, answers, onChange, issues = NO_ISSUES, submitCount = 0, readOnly = false, mode, environment, headingLevel = 2 }: FormRendererProps) {
  const idPrefix = `f${useId().replace(/\W/g, '')}`;
  const narrow = useNarrow();
  const scope: RenderScope = { ...environment, idPrefix, mode: mode ?? (narrow ? 'phone' : 'pc'), readOnly };
  const shown = useMemo(() => withShownRows(definition, answers, readOnly), [definition, answers, readOnly]);
  const evaluation = evaluateForm(definition, shown, environment);
  const drawn = readOnly ? lockAll(evaluation) : evaluation;
  const byPath = useMemo(() => groupByPath(issues), [issues]);
  // An upload ends long after the drawing it began in: what was typed meanwhile stays.
  const latest = useRef(answers);
  latest.current = answers;
  const give = (path: string, value: unknown): void => {
    latest.current = setAnswer(latest.current, path, value);
    onChange(latest.current, path);
  };
  const visible = issues.filter((issue) => drawn.fields[issue.path]?.visible !== false);
  return (
    <RenderScopeProvider value={scope}>
      <div className="tbf-form" data-mode={scope.mode}>
        <ErrorSummary issues={visible} idPrefix={idPrefix} submitCount={submitCount} />
        {definition.note !== undefined && !readOnly && <p className="tbf-form__note">{definition.note}</p>}
        {definition.sections.filter((section) => drawn.visibleSections.has(section.id)).map((section) => (
          <SectionView
            key={section.id} section={section} answers={shown} evaluation={drawn} issues={byPath} headingLevel={headingLevel}
            onCell={give} onRows={(tableId, rows) => give(tableId, rows.length === 0 ? undefined : rows)}
          />
        ))}
      </div>
    </RenderScopeProvider>
  );
}

function lockAll(evaluation: FormEvaluation): FormEvaluation {
  const fields = Object.entries(evaluation.fields).map(([path, state]) => [path, { ...state, readOnly: true, required: false }] as const);
  return { ...evaluation, fields: Object.fromEntries(fields) };
}

function groupByPath(issues: readonly FormIssue[]): ReadonlyMap<string, readonly FormIssue[]> {
  const grouped = new Map<string, FormIssue[]>();
  for (const issue of issues) grouped.set(issue.path, [...(grouped.get(issue.path) ?? []), issue]);
  return grouped;
}
