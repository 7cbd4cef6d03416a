import type { FieldType } from '@tongban/form-model';
import { autocompleteOf, type ControlProps, textOf } from '../control-props.ts';
import { parseTypedNumber, parseYuan, yuanText } from '../parse-input.ts';
import { useTypedText } from '../use-typed-text.ts';

type LineType = 'text' | 'residentId' | 'creditCode' | 'personName' | 'mobile';

const INPUT_MODES: Partial<Record<FieldType, 'tel' | 'text'>> = { mobile: 'tel' };

/** One line of text, also for names and numbers of documents. */
export function LineControl({ field, value, onChange, control, isOwn }: ControlProps<LineType>) {
  return (
    <input
      {...control} className="tbf-input" type={field.type === 'mobile' ? 'tel' : 'text'} inputMode={INPUT_MODES[field.type] ?? 'text'}
      autoComplete={autocompleteOf(field, isOwn)} placeholder={field.placeholder} spellCheck={false} autoCapitalize="off"
      value={textOf(value)} onChange={(event) => onChange(event.target.value || undefined)}
    />
  );
}

/** Several lines of text, with the number of characters left when a limit comes near. */
export function MultilineControl({ field, value, onChange, control }: ControlProps<'multiline'>) {
  const text = textOf(value);
  const most = field.maxLength;
  const left = most === undefined ? undefined : most - [...text].length;
  return (
    <>
      <textarea
        {...control} className="tbf-input tbf-input--lines" rows={field.lines ?? 4} autoComplete="off" placeholder={field.placeholder}
        value={text} onChange={(event) => onChange(event.target.value || undefined)}
      />
      {left !== undefined && <p className="tbf-count" data-over={left < 0 || undefined}>{left < 0 ? `超出 ${-left} 个字` : `还可以写 ${left} 个字`}</p>}
    </>
  );
}

/** A number, with its unit behind it. */
export function NumberControl({ field, value, onChange, control }: ControlProps<'number'>) {
  const [text, type] = useTypedText(value, textOf, parseTypedNumber);
  return (
    <span className="tbf-unit-row">
      <input
        {...control} className="tbf-input tbf-input--number" type="text" inputMode={field.decimals === 0 ? 'numeric' : 'decimal'} autoComplete="off"
        placeholder={field.placeholder} value={text} onChange={(event) => onChange(type(event.target.value))}
      />
      {field.unit !== undefined && <span className="tbf-unit">{field.unit}</span>}
    </span>
  );
}

/** An amount of money, typed in 元 and kept in 分. */
export function MoneyControl({ field, value, onChange, control }: ControlProps<'money'>) {
  const [text, type] = useTypedText(value, yuanText, parseYuan);
  return (
    <span className="tbf-unit-row">
      <input
        {...control} className="tbf-input tbf-input--number" type="text" inputMode="decimal" autoComplete="off"
        placeholder={field.placeholder} value={text} onChange={(event) => onChange(type(event.target.value))}
      />
      <span className="tbf-unit">元</span>
    </span>
  );
}
