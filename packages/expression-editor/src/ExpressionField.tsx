import { type ReactNode, type RefObject, useId, useRef } from 'react';
import { SuggestionList } from './SuggestionList.tsx';
import type { Suggest } from './suggestion.ts';
import { useCompletion } from './use-completion.ts';

/** What is wrong with an expression, with the place in it where it has one. */
export interface ExpressionFault {
  readonly message: string;
  readonly from?: number;
  readonly to?: number;
}

interface ExpressionFieldProps {
  readonly id?: string | undefined;
  readonly label: string;
  readonly value: string;
  readonly suggest: Suggest;
  readonly faults: readonly ExpressionFault[];
  readonly disabled?: boolean | undefined;
  readonly placeholder?: string | undefined;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  /** Offers everything as soon as an empty field is clicked. */
  readonly offerAll?: boolean;
  readonly ref?: RefObject<HTMLTextAreaElement | null>;
  /** What is said below it beside the faults. */
  readonly children?: ReactNode;
}

/** A FEEL expression being written: what may follow is offered, and what is wrong is said at once (FRM-03, DEC-02). */
export function ExpressionField({ id, label, value, suggest, faults, disabled = false, placeholder = '', rows = 1, maxLength = 2_000, onChange, onBlur, offerAll = false, ref, children }: ExpressionFieldProps) {
  const own = useId();
  const inner = useRef<HTMLTextAreaElement>(null);
  const field = ref ?? inner;
  const completion = useCompletion(value, suggest, (source, cursor) => {
    onChange(source);
    requestAnimationFrame(() => field.current?.setSelectionRange(cursor, cursor));
  });
  const wrong = faults.length > 0;
  const show = ({ from, to }: ExpressionFault): void => {
    field.current?.focus();
    if (from !== undefined && to !== undefined) field.current?.setSelectionRange(from, to);
  };
  return (
    <div className="ee">
      <textarea
        ref={field} {...(id === undefined ? {} : { id })} className={wrong ? 'ee-field is-wrong' : 'ee-field'} aria-label={label} value={value} rows={rows} maxLength={maxLength} disabled={disabled}
        placeholder={placeholder} spellCheck={false} autoComplete="off" role="combobox" aria-expanded={completion.found !== undefined} aria-controls={`${own}-list`} aria-autocomplete="list"
        {...(completion.chosen >= 0 ? { 'aria-activedescendant': `${own}-list-${completion.chosen}` } : {})} aria-invalid={wrong} {...(wrong ? { 'aria-describedby': `${own}-faults` } : {})}
        onChange={({ target }) => {
          onChange(target.value);
          completion.look(target.value, target.selectionStart);
        }}
        onClick={({ currentTarget }) => { if (offerAll && currentTarget.value === '') completion.look('', 0); }}
        onBlur={() => {
          onBlur?.();
          completion.close();
        }}
        onKeyDown={(event) => { if (completion.onKey(event) && event.key === 'Escape') event.stopPropagation(); }}
      />
      <SuggestionList completion={completion} anchor={field} id={`${own}-list`} />
      <div aria-live="polite">
        {wrong ? (
          <ul className="ee-faults" id={`${own}-faults`}>
            {faults.map((fault) => <li key={`${fault.message} ${fault.from ?? ''}`}><button type="button" onClick={() => show(fault)}>{fault.message}</button></li>)}
          </ul>
        ) : null}
        {children}
      </div>
    </div>
  );
}
