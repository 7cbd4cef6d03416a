import { Alert } from 'antd';
import { useState } from 'react';
import { CopyText } from '../CopyText.tsx';
import { text } from '../text.ts';
import { useTyped } from './use-typed.ts';

/**
 * On a page of something that goes from step to step: whether others have taken a step since the reader last did, and which
 * step was open for writing until then. `accept` takes what is there now as seen.
 */
export function useOvertaken<K extends string>(version: number, action: K | undefined): { overtaken: boolean; writing: K | undefined; accept: (version: number) => void } {
  const [seen, setSeen] = useState(version);
  const [writing, setWriting] = useState(action);
  const overtaken = version > seen;
  if (!overtaken && writing !== action) setWriting(action);
  return { overtaken, writing, accept: setSeen };
}

interface OvertakenProps {
  /** Where the words of the step that was being written are kept (`useTyped`). */
  typedKey: string;
  /** What that step is called. */
  step: string;
  /** Whether it can still be taken. */
  possible: boolean;
  /** The latest step of the others. */
  last: { label: string; by: string | null } | undefined;
  onClose: () => void;
}

/** Says to whoever was writing that somebody took a step meanwhile: the words stay, or can be copied where their step is gone. */
export function Overtaken({ typedKey, step, possible, last, onClose }: OvertakenProps) {
  const [typed, , forget] = useTyped<{ words: string }>(typedKey, { words: '' });
  const words = typed.words.trim();
  if (words === '') return null;
  const close = () => {
    if (!possible) forget();
    onClose();
  };
  return (
    <Alert
      className="problem" type="warning" showIcon role="alert" closable={{ onClose: close }} title={last ? text.overtaken.title(last.label, last.by ?? '') : text.stale.title}
      description={possible ? text.overtaken.kept : <>{text.overtaken.gone(step)}<p className="pre-line">{words}</p><CopyText value={words} label={text.overtaken.copy} /></>}
    />
  );
}
