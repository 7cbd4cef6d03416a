import type { Desk } from '@tongban/server/src/modules/halls/windows.contract.ts';
import { App, Button, Tooltip, type ButtonProps } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useShortcut } from '../../../shared/keyboard/shortcuts.ts';
import { links } from '../../../shared/links.ts';
import { useHolds } from '../../../shared/session/session.ts';
import { text } from '../text.ts';
import { TransferDialog } from './TransferDialog.tsx';
import type { DeskActions } from './use-desk.ts';

const words = text.calling;

interface KeyButtonProps {
  shortcut: string;
  label: string;
  help: string;
  /** Offered only where it may be pressed. */
  allowed: boolean;
  onPress: () => void;
  look?: ButtonProps;
}

/** A button that a key presses too. */
function KeyButton({ shortcut, label, help, allowed, onPress, look = {} }: KeyButtonProps) {
  useShortcut({ keys: [shortcut], label: help, scope: 'anywhere', whileTyping: true }, allowed ? onPress : undefined);
  return <Tooltip title={shortcut} mouseEnterDelay={0.6}><Button {...look} disabled={!allowed} onClick={onPress}>{label}</Button></Tooltip>;
}

/** Keeps the keyboard at the buttons: the one that was pressed goes away with what it did, and its successor gets the focus. */
function useFocusKept(moment: string, busy: boolean) {
  const buttons = useRef<HTMLDivElement>(null);
  const inside = useRef(false);
  useEffect(() => {
    if (busy || !inside.current || document.activeElement !== document.body) return;
    buttons.current?.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
  }, [moment, busy]);
  return { ref: buttons, onFocus: () => { inside.current = true; }, onBlur: ({ relatedTarget }: { relatedTarget: EventTarget | null }) => { if (relatedTarget !== null) inside.current = false; } };
}

/** What can be done with the ticket in hand, or the next call, by mouse and keyboard (HAL-02). */
export function DeskButtons({ desk: { window, current }, actions, compact = false }: { desk: Desk; actions: DeskActions; compact?: boolean }) {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [transferring, setTransferring] = useState(false);
  const mayRegister = useHolds('intake.case.register');
  const { busy } = actions;
  const kept = useFocusKept(`${current?.ticketId ?? ''} ${current?.state ?? ''}`, busy);
  const size = compact ? 'middle' : 'large';
  const may = (ability: 'recall' | 'start' | 'hold' | 'noShow' | 'transfer' | 'finish'): boolean => current?.abilities[ability] === true && !busy;
  const enough = current !== null && window !== null && current.calls >= window.callsBeforeNoShow;
  if (!window) return null;
  // Beside other work the page has a primary action of its own.
  const first: ButtonProps = compact ? { size } : { type: 'primary', size };
  // Who has been called is served next; only then is there something to finish.
  const called = current?.state === 'called';
  return (
    <div className="calling-buttons" {...kept}>
      {current ? null : (
        <KeyButton shortcut="Alt+N" label={words.next} help={words.keys.next} allowed={window.state === 'open' && !busy} look={{ ...first, loading: busy }} onPress={() => actions.call(undefined, () => void message.info(words.nobody))} />
      )}
      {current ? (
        <>
          {current.state === 'called' ? <KeyButton shortcut="Alt+B" label={words.start} help={words.keys.start} allowed={may('start')} look={first} onPress={() => actions.step(current, 'start')} /> : null}
          <KeyButton shortcut="Alt+W" label={words.finish} help={words.keys.finish} allowed={may('finish')} look={called ? { size } : first} onPress={() => actions.step(current, 'finish')} />
          {current.state === 'called' ? <KeyButton shortcut="Alt+R" label={words.recall} help={words.keys.recall} allowed={may('recall')} look={{ size }} onPress={() => actions.step(current, 'recall')} /> : null}
          {current.state === 'called' ? <KeyButton shortcut="Alt+P" label={words.noShow} help={words.keys.noShow} allowed={may('noShow') && enough} look={{ size }} onPress={() => actions.step(current, 'no-show')} /> : null}
          <KeyButton shortcut="Alt+G" label={words.hold} help={words.keys.hold} allowed={may('hold')} look={{ size }} onPress={() => actions.step(current, 'hold')} />
          <KeyButton shortcut="Alt+T" label={words.transfer} help={words.keys.transfer} allowed={may('transfer')} look={{ size }} onPress={() => setTransferring(true)} />
          {mayRegister ? <Button size={size} onClick={() => void navigate(current.itemId ? links.registrationItem(current.itemId, current.ticketId) : links.registration(current.ticketId))}>{words.register}</Button> : null}
        </>
      ) : null}
      {transferring && current ? <TransferDialog window={window} ticket={current} actions={actions} onClose={() => setTransferring(false)} /> : null}
    </div>
  );
}
