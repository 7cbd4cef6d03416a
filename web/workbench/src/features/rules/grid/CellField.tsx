import { SuggestionList, useCompletion } from '@tongban/expression-editor';
import { useImperativeHandle, useRef, useState, type ClipboardEvent, type KeyboardEvent, type Ref } from 'react';
import { suggest, type Vocabulary } from '../../../shared/expression/suggest.ts';
import '@tongban/expression-editor/styles.css';

/** Where the cursor goes after a cell was written. */
export type Leave = 'stay' | 'up' | 'down' | 'left' | 'right';

export interface CellFieldHandle {
  focus: () => void;
  edit: () => void;
  /** Ends what is being written, and keeps it. */
  settle: () => void;
  element: () => HTMLTextAreaElement | null;
}

interface CellFieldProps {
  ref: Ref<CellFieldHandle>;
  box: { left: number; top: number; width: number; height: number };
  /** The cell as it is. */
  value: string;
  /** Changes with the cell; what is being written belongs to one cell. */
  spotKey: string;
  label: string;
  wrong: boolean;
  disabled: boolean;
  vocabulary: Vocabulary;
  /** Whether there is anything to offer. */
  values: boolean;
  onCommit: (text: string, leave: Leave) => void;
  onKey: (event: KeyboardEvent) => void;
  onCopy: (event: ClipboardEvent) => void;
  onCut: (event: ClipboardEvent) => void;
  onPaste: (event: ClipboardEvent) => void;
}

const nothing: Vocabulary = { names: [], values: [] };

/** The field over the cell with the cursor: invisible until something is typed, Enter or F2 is pressed, or the cell is clicked twice. */
export function CellField({ ref, box, value, spotKey, label, wrong, disabled, vocabulary, values, onCommit, onKey, onCopy, onCut, onPaste }: CellFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  /** What is written; `typed` began by typing, so that arrows leave the cell as in a spreadsheet. */
  const [writing, setWriting] = useState<{ text: string; typed: boolean; spot: string }>();
  const active = writing?.spot === spotKey ? writing : undefined;
  // Tab goes through the cells; after Esc it leaves the grid once.
  const leaving = useRef(false);
  const completion = useCompletion(active?.text ?? '', (source, cursor) => suggest(source, cursor, values ? vocabulary : nothing), (source, cursor) => {
    setWriting({ text: source, typed: false, spot: spotKey });
    requestAnimationFrame(() => field.current?.setSelectionRange(cursor, cursor));
  });
  const edit = (): void => {
    if (disabled) return;
    const text = value === '-' ? '' : value;
    setWriting({ text, typed: false, spot: spotKey });
    if (text === '') completion.look('', 0);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(text.length, text.length);
    });
  };
  const finish = (leave: Leave): void => {
    if (active === undefined) return;
    const { text } = active;
    setWriting(undefined);
    completion.close();
    // Nothing written into a condition that fitted everything changes nothing.
    onCommit(text === '' && value === '-' ? value : text, leave);
  };
  useImperativeHandle(ref, () => ({ focus: () => field.current?.focus({ preventScroll: true }), edit, settle: () => finish('stay'), element: () => field.current }));
  const whileWriting = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    event.stopPropagation();
    if (completion.onKey(event)) return;
    const move: Leave | undefined = event.key === 'Enter' ? (event.shiftKey ? 'up' : 'down') : event.key === 'Tab' ? (event.shiftKey ? 'left' : 'right') : active?.typed ? arrows[event.key] : undefined;
    if (event.key === 'Escape') {
      event.preventDefault();
      setWriting(undefined);
      completion.close();
    } else if (event.key === 'F2') {
      event.preventDefault();
      if (active) setWriting({ ...active, typed: !active.typed });
    } else if (move !== undefined) {
      event.preventDefault();
      finish(move);
    }
  };
  const whileMoving = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const again = leaving.current;
    leaving.current = event.key === 'Escape' || (again && (event.key === 'Shift' || event.key === 'Tab'));
    if (event.key === 'Tab' && again) return;
    if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'F2') {
      event.preventDefault();
      edit();
      return;
    }
    onKey(event);
  };
  const list = 'grid-suggestions';
  return (
    <>
      <textarea
        ref={field} rows={1} spellCheck={false} autoComplete="off" maxLength={500} readOnly={disabled} aria-label={label} aria-invalid={wrong}
        className={active ? 'grid__field is-writing' : 'grid__field'} style={active ? { left: box.left, top: box.top, minWidth: box.width, minHeight: box.height } : { left: box.left, top: box.top, width: box.width, height: box.height }}
        role="combobox" aria-expanded={completion.found !== undefined} aria-controls={list} aria-autocomplete="list" {...(completion.chosen >= 0 ? { 'aria-activedescendant': `${list}-${completion.chosen}` } : {})}
        value={active?.text ?? ''}
        onChange={({ target }) => {
          if (disabled) return;
          setWriting({ text: target.value, typed: active?.typed ?? true, spot: spotKey });
          completion.look(target.value, target.selectionStart);
        }}
        onKeyDown={active ? whileWriting : whileMoving}
        onBlur={() => finish('stay')}
        onCopy={active ? undefined : onCopy} onCut={active ? undefined : onCut} onPaste={active ? undefined : onPaste}
      />
      <SuggestionList completion={completion} anchor={field} id={list} />
    </>
  );
}

const arrows: Readonly<Record<string, Leave>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };
