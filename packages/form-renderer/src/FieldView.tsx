import { type ColumnField, type FieldState, type FilledAnswer, findOptions, type FormIssue, sameAnswer } from '@tongban/form-model';
import type { ReactNode } from 'react';
import { AnswerControl } from './controls/AnswerControl.tsx';
import { type ControlAttributes, isGrouped } from './control-props.ts';
import { controlId, useRenderScope } from './form-environment.ts';
import { ReadOnlyValue } from './ReadOnlyValue.tsx';

export interface FieldViewProps {
  readonly field: ColumnField;
  readonly path: string;
  readonly state: FieldState;
  readonly value: unknown;
  readonly issues: readonly FormIssue[];
  readonly onChange: (value: unknown) => void;
  readonly isOwn: boolean;
}

/** One field with its label, help, error and control. */
export function FieldView({ field, path, state, value, issues, onChange, isOwn }: FieldViewProps) {
  const scope = useRenderScope();
  const id = controlId(scope.idPrefix, path);
  const [issue] = issues;
  const isFilled = value !== undefined && value !== '';
  const source = isFilled ? scope.filled?.find((filled) => filled.fieldId === field.id) : undefined;
  const help = field.help !== undefined && !scope.readOnly && <p className="tbf-field__help" id={`${id}-help`}>{field.help}</p>;
  const trace = source !== undefined && <p className="tbf-field__help" id={`${id}-source`}>{traceOf(source, value, state.readOnly)}</p>;
  const error = issue !== undefined && <ErrorText id={`${id}-error`} message={issue.message} />;
  const isDeclaration = field.type === 'boolean' && field.mustBeTrue === true;
  if (state.readOnly) {
    return (
      <div className="tbf-field" data-kind={field.type} id={id} tabIndex={issue === undefined ? undefined : -1}>
        <span className="tbf-field__label">{field.label}</span>
        {help}{trace}{error}
        <ReadOnlyValue field={field} value={value} live={state.computed} />
      </div>
    );
  }
  const control = attributesOf(id, { help: help !== false, trace: trace !== false, error: error !== false, required: state.required });
  const input = <AnswerControl field={field} value={value} onChange={onChange} control={control} isOwn={isOwn} />;
  if (isDeclaration) return <div className="tbf-field" data-kind={field.type} data-wrong={issue !== undefined || undefined}>{help}{error}{input}</div>;
  const label = <LabelText label={field.label} required={state.required} />;
  const grouped = isGrouped(field, field.type === 'choice' ? (findOptions(field, scope)?.length ?? 0) : 0);
  return grouped ? (
    <fieldset className="tbf-field" data-kind={field.type} data-wrong={issue !== undefined || undefined} aria-describedby={control['aria-describedby']}>
      <legend className="tbf-field__label">{label}</legend>
      {help}{trace}{error}{input}
    </fieldset>
  ) : (
    <div className="tbf-field" data-kind={field.type} data-wrong={issue !== undefined || undefined}>
      <label className="tbf-field__label" htmlFor={id}>{label}</label>
      {help}{trace}{error}{input}
    </div>
  );
}

/** Where an answer that was filled in is from, as of when, and whether it is still that. */
function traceOf({ source, asOf, value: given }: FilledAnswer, value: unknown, readOnly: boolean): string {
  const [year, month, day] = (asOf ?? '').split('-').map(Number);
  const from = day === undefined ? source : `${source}（${year}年${month}月${day}日）`;
  if (given !== undefined && !sameAnswer(given, value)) return `您已修改；原来自动填入的内容来自：${from}`;
  return `已自动填入，来源：${from}${readOnly ? '' : '。如有变化请修改'}`;
}

/** The label with 必填 in words, not by colour or star alone. */
export function LabelText({ label, required }: { readonly label: string; readonly required: boolean }): ReactNode {
  return <>{label}{required && <span className="tbf-required">（必填）</span>}</>;
}

export function ErrorText({ id, message }: { readonly id: string; readonly message: string }) {
  return <p className="tbf-field__error" id={id}><span className="tbf-error-mark" aria-hidden="true">!</span><span><span className="tbf-hidden">错误：</span>{message}</span></p>;
}

interface Described {
  readonly help: boolean;
  readonly trace: boolean;
  readonly error: boolean;
  readonly required: boolean;
}

function attributesOf(id: string, { help, trace, error, required }: Described): ControlAttributes {
  const described = [help && `${id}-help`, trace && `${id}-source`, error && `${id}-error`].filter((part) => part !== false);
  return {
    id,
    ...(described.length > 0 ? { 'aria-describedby': described.join(' ') } : {}),
    ...(error ? { 'aria-invalid': true } : {}),
    ...(required ? { 'aria-required': true } : {}),
  };
}
