import { checkDefinition, type DefinitionProblem, findField, type FormDefinition, listReaders, type FormRule } from '@tongban/form-model';
import { App } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Edited, type Target, targetKey } from './edit/edited.ts';
import { duplicate, removeTarget } from './edit/edits.ts';
import { findCell, findColumn } from './edit/locate.ts';
import { type Direction, nudge } from './edit/nudge.ts';
import { touchedBy } from './edit/touched-by.ts';
import { focusCard } from './focus.ts';

/** One form as its designer works on it; saving and undo are the host's. */
export interface Designing {
  readonly definition: FormDefinition;
  readonly readOnly: boolean;
  readonly problems: readonly DefinitionProblem[];
  readonly selected: Target;
  select: (target: Target) => void;
  /** Takes an edit over and chooses what it made, or says why it was refused. */
  apply: (edit: Edited, part: string, focus?: boolean) => void;
  /** Takes away what is chosen; asks first where rules read it. */
  remove: (target: Target) => void;
  /** What the keys of the canvas do with what is chosen; false for a key that does nothing. */
  press: (event: PressedKey) => boolean;
}

/** Of a key event, what counts. */
export interface PressedKey {
  readonly key: string;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

interface DesigningOptions {
  readonly definition: FormDefinition;
  readonly readOnly: boolean;
  readonly onChange: (definition: FormDefinition, part: string) => void;
}

const ARROWS: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

/** With Ctrl, the host's keys for a step back or forth. */
const STEPS: ReadonlySet<string> = new Set(['z', 'y']);

/** Whether what was chosen is still there, after an undo for example. */
function isThere(definition: FormDefinition, target: Target): boolean {
  switch (target.kind) {
    case 'form': return true;
    case 'section': return definition.sections.some(({ id }) => id === target.id);
    case 'field': return findField(definition, target.id) !== undefined;
    case 'text': return findCell(definition, target) !== undefined;
  }
}

/** Holds what is chosen in a form and carries out edits on it. */
export function useDesigning({ definition, readOnly, onChange }: DesigningOptions): Designing {
  const { message, modal } = App.useApp();
  const [chosen, setChosen] = useState<Target>({ kind: 'form' });
  const toFocus = useRef<string>(undefined);
  const lastFocused = useRef<Element>(undefined);
  const steppedFrom = useRef<FormDefinition>(undefined);
  const problems = useMemo(() => checkDefinition(definition), [definition]);
  const selected: Target = isThere(definition, chosen) ? chosen : { kind: 'form' };

  // A card that moved is drawn anew elsewhere; the keyboard goes on where it was.
  useEffect(() => {
    const key = toFocus.current;
    toFocus.current = undefined;
    const before = steppedFrom.current;
    // The host has undone or redone a step that was asked for on a card: the keyboard goes to what that step changed.
    if (before !== undefined && before !== definition) {
      steppedFrom.current = undefined;
      const touched = touchedBy(before, definition, selected);
      setChosen(touched);
      focusCard(touched);
    } else if (key !== undefined) document.querySelector<HTMLElement>(`[data-target="${CSS.escape(key)}"]`)?.focus();
    // What the keyboard stood on, a card or one of its properties, may be gone or drawn anew: it goes on at what is chosen now.
    else if (lastFocused.current?.isConnected === false && document.activeElement === document.body) focusCard(selected);
  });
  useEffect(() => {
    const note = ({ target }: FocusEvent): void => { lastFocused.current = target instanceof Element && target.closest('.fd-canvas [data-target], .fd-right') !== null ? target : undefined; };
    document.addEventListener('focusin', note);
    return () => { document.removeEventListener('focusin', note); };
  }, []);

  const steps = useRef(0);
  const apply = useCallback((edit: Edited, part: string, focus = false): void => {
    if (readOnly) return;
    if ('refused' in edit) {
      void message.warning(edit.refused);
      return;
    }
    // What is put in, moved or removed is a step of its own to undo, however fast the next one follows; typing goes on in one.
    const alone = focus || edit.select !== undefined;
    if (alone) steps.current += 1;
    onChange(edit.definition, alone ? `${part} ${steps.current}` : part);
    if (edit.select === undefined) return;
    setChosen(edit.select);
    if (focus) toFocus.current = targetKey(edit.select);
  }, [message, onChange, readOnly]);

  const remove = useCallback((target: Target): void => {
    if (readOnly) return;
    const carryOut = (): void => apply(removeTarget(definition, target), 'remove', true);
    const readers = target.kind === 'field' ? readersOf(definition, target.id) : [];
    if (readers.length === 0) return carryOut();
    void modal.confirm({
      title: '有规则用到它，仍要删除吗？',
      content: `${readers.map(({ label, key }) => `“${label.slice(0, 20)}”${RULE_WORDS[key]}`).join('、')}。删除后这些规则会列在“问题”里，改好才能提交审核。删除可以撤销。`,
      okText: '删除', okButtonProps: { danger: true }, cancelText: '不删除', onOk: carryOut,
    });
  }, [apply, definition, modal, readOnly]);

  const press = ({ key, altKey, shiftKey, ctrlKey, metaKey }: PressedKey): boolean => {
    const direction = ARROWS[key];
    if (readOnly) return false;
    steppedFrom.current = (ctrlKey || metaKey) && !altKey && STEPS.has(key.toLowerCase()) ? definition : undefined;
    if (altKey && direction !== undefined) apply(nudge(definition, selected, direction, shiftKey), 'move', true);
    else if ((ctrlKey || metaKey) && key.toLowerCase() === 'd') apply(duplicate(definition, selected), 'duplicate', true);
    else if ((key === 'Delete' || key === 'Backspace') && !ctrlKey && !altKey) remove(selected);
    else return false;
    return true;
  };

  return { definition, readOnly, problems, selected, select: setChosen, apply, remove, press };
}

export const RULE_WORDS = { visibleWhen: '的显示条件', requiredWhen: '的必填条件', readOnlyWhen: '的只读条件', computed: '的自动计算', expression: '（校验规则）' } as const;

/** Rules that read a field or any column of it. */
function readersOf(definition: FormDefinition, id: string): readonly FormRule[] {
  const field = findColumn(definition, id)?.column ?? findField(definition, id);
  const columns = field?.type === 'table' ? field.columns.map((column) => column.id) : [];
  const own = new Set([id, ...columns]);
  return listReaders(definition, id).filter((rule) => !own.has(rule.owner.id));
}

/** The problems of one field or column. */
export function problemsOf(problems: readonly DefinitionProblem[], id: string): readonly DefinitionProblem[] {
  return problems.filter(({ fieldId }) => fieldId === id);
}
