import { formatsFor, writeField } from '@tongban/server/src/modules/templates/contract.ts';
import { Button } from 'antd';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { valueAt } from '../model/edit-content.ts';
import { fieldsFor, type OfferedField } from '../model/words-of.ts';
import { text } from '../text.ts';
import { ChipOptions } from './ChipOptions.tsx';
import { chipBeside, drawText, insertChip, makeChip, rangeIn, readText } from './chips.ts';
import { useEditing } from './editing.ts';
import { FieldPicker } from './FieldPicker.tsx';

const words = text.field;

interface TemplateTextProps {
  path: string;
  label: string;
  /** The list it is written for. */
  each?: string;
  /** What shows it, so that a value that is there needs no words for when it is not. */
  when?: readonly string[];
  /** Lines may be broken. */
  lines?: boolean;
  /** Enter at the cursor: what stands before stays, what follows goes on in the next block. */
  onEnter?: (before: string, after: string) => void;
}

/** A text with fields in it: typed like any other, fields chosen by their Chinese names and shown as one piece each. */
export function TemplateText({ path, label, each, when = [], lines = false, onEnter }: TemplateTextProps) {
  const { content, vocabulary, problems, disabled, set } = useEditing();
  const found = valueAt(content, path);
  const value = typeof found === 'string' ? found : '';
  const fields = useMemo(() => fieldsFor(vocabulary, each), [vocabulary, each]);
  const box = useRef<HTMLDivElement>(null);
  const cursor = useRef<Range>(undefined);
  const [picking, setPicking] = useState(false);
  const [opened, setOpened] = useState<{ chip: HTMLElement; key: number }>();
  // A text that has only just been begun is not called wrong; the check still names it.
  const faults = problems.filter((one) => one.path === path && one.code !== 'empty');

  useLayoutEffect(() => {
    const element = box.current;
    if (element && readText(element) !== value) drawText(element, value, fields);
  }, [value, fields]);

  const take = () => {
    if (box.current) set(path, readText(box.current));
  };
  const remember = () => {
    if (box.current) cursor.current = rangeIn(box.current)?.cloneRange() ?? cursor.current;
  };
  const pick = (field: OfferedField) => {
    const element = box.current;
    if (!element) return;
    const [usual] = field.type === 'date' || field.type === 'datetime' ? formatsFor(field.type) : [];
    const guarded = when.some((name) => field.path === name || field.path.startsWith(`${name}.`));
    insertChip(element, cursor.current, writeField({ path: field.path, format: usual, fallback: field.optional && !guarded ? '无' : undefined }), fields);
    setPicking(false);
    take();
    remember();
  };
  const open = (chip: HTMLElement | undefined) => setOpened((before) => (chip && { chip, key: (before?.key ?? 0) + 1 }));
  const replaceChip = (raw: string | undefined) => {
    if (!opened) return;
    if (raw === undefined) opened.chip.remove();
    else {
      const next = makeChip(raw, fields);
      opened.chip.replaceWith(next);
      setOpened({ ...opened, chip: next });
    }
    take();
  };
  const keys = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if ((event.key === '{' || event.key === '｛') && !event.ctrlKey) {
      event.preventDefault();
      remember();
      setPicking(true);
    } else if (event.key === 'Enter' && event.altKey) {
      event.preventDefault();
      open(box.current ? chipBeside(box.current) : undefined);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (lines) document.execCommand('insertLineBreak');
      else if (onEnter && box.current) split(box.current, onEnter);
    }
  };
  return (
    <div className={faults.some(({ severity }) => severity === 'error') ? 'template-text is-wrong' : 'template-text'}>
      <div
        ref={box} id={`text-${path}`} role="textbox" aria-label={label} aria-multiline={lines} aria-invalid={faults.length > 0} className="template-text__box" data-empty={words.empty} contentEditable={!disabled} suppressContentEditableWarning tabIndex={0} spellCheck={false}
        onInput={(event) => { if (!(event.nativeEvent as InputEvent).isComposing) take(); }} onCompositionEnd={take} onKeyUp={remember} onMouseUp={remember} onBlur={remember} onKeyDown={keys}
        onClick={({ target }) => { if (!disabled && target instanceof HTMLElement && target.classList.contains('chip')) open(target); }}
        onPaste={(event) => {
          event.preventDefault();
          const plain = event.clipboardData.getData('text/plain');
          document.execCommand('insertText', false, lines ? plain : plain.replace(/\s*\n\s*/g, ' '));
          if (box.current && plain.includes('{{')) drawText(box.current, readText(box.current), fields);
          take();
        }}
        onDrop={(event) => event.preventDefault()}
      />
      {disabled ? null : <Button className="template-text__insert" size="small" type="text" aria-label={`${words.insert}：${label}`} title={words.hint} onMouseDown={(event) => event.preventDefault()} onClick={() => { remember(); setPicking(true); }}>{words.insert}</Button>}
      {picking ? <FieldPicker fields={fields} onPick={pick} onClose={() => { setPicking(false); box.current?.focus(); }} /> : null}
      {opened ? <ChipOptions key={opened.key} raw={opened.chip.dataset['raw'] ?? ''} fields={fields} onChange={replaceChip} onClose={() => { setOpened(undefined); box.current?.focus(); }} /> : null}
      {faults.map(({ code, message, severity }) => <p key={`${code} ${message}`} className={`template-text__fault is-${severity}`}>{message}</p>)}
    </div>
  );
}

/** Cuts a text at the cursor. */
function split(box: HTMLElement, onEnter: NonNullable<TemplateTextProps['onEnter']>): void {
  const range = rangeIn(box);
  if (!range) return;
  const tail = range.cloneRange();
  tail.selectNodeContents(box);
  tail.setStart(range.endContainer, range.endOffset);
  const rest = document.createElement('div');
  rest.append(tail.cloneContents());
  const after = readText(rest);
  const all = readText(box);
  onEnter(all.slice(0, all.length - after.length), after);
}
