import { formatsFor, splitText, writeField } from '@tongban/server/src/modules/templates/contract.ts';
import { Button, Input, Select } from 'antd';
import { useEffect, useRef } from 'react';
import type { OfferedField } from '../model/words-of.ts';
import { text } from '../text.ts';

const words = text.field;
const formatNames: Readonly<Record<string, string>> = words.formats;

interface ChipOptionsProps { raw: string; fields: readonly OfferedField[]; onChange: (raw: string | undefined) => void; onClose: () => void }

/** How a field is written, and what stands there when it has no value. */
export function ChipOptions({ raw, fields, onChange, onClose }: ChipOptionsProps) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => { frame.current?.querySelector<HTMLElement>('input, button')?.focus(); }, []);
  const [part] = splitText(raw);
  if (part?.kind !== 'field') return null;
  const field = fields.find(({ path }) => path === part.path);
  const formats = field ? formatsFor(field.type) : [];
  const choices = field?.type === 'number' ? ['', ...formats] : formats;
  const fallback = field?.optional === true || part.fallback !== undefined;
  return (
    <div ref={frame} className="chip-options" role="group" aria-label={words.options(field?.label ?? part.path)} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onClose(); } }}>
      <b>{field?.label ?? part.path}</b>
      {choices.length === 0 ? null : <label>{words.format}<Select size="small" value={part.format ?? ''} style={{ width: 190 }} options={choices.map((one) => ({ value: one, label: formatNames[one] ?? one }))} onChange={(next) => onChange(writeField({ ...part, format: next === '' ? undefined : next }))} /></label>}
      {fallback ? <label>{words.fallback}<FallbackInput value={part.fallback ?? ''} onDone={(next) => onChange(writeField({ ...part, fallback: next }))} /></label> : null}
      <Button size="small" danger type="text" onClick={() => { onChange(undefined); onClose(); }}>{words.remove}</Button>
      <Button size="small" type="text" onClick={onClose}>{words.close}</Button>
    </div>
  );
}

/** Words for when there is no value; taken when one goes on, since each change is a new piece in the text. */
function FallbackInput({ value, onDone }: { value: string; onDone: (value: string) => void }) {
  const take = (typed: string) => { if (typed.replace(/[{}|]/g, '') !== value) onDone(typed.replace(/[{}|]/g, '')); };
  return <Input size="small" defaultValue={value} maxLength={100} placeholder={words.fallbackHelp} style={{ width: 140 }} onBlur={({ target }) => take(target.value)} onPressEnter={({ currentTarget }) => take(currentTarget.value)} />;
}
