import { Input } from 'antd';
import { useRef, useState } from 'react';

interface InlineTextProps {
  label: string;
  value: string;
  max: number;
  /** Called with the new text, or with nothing when it was left as it was. */
  onDone: (text: string | undefined) => void;
}

/** Words of the picture being changed where they stand: Enter keeps, Escape leaves them. */
export function InlineText({ label, value, max, onDone }: InlineTextProps) {
  const [typed, setTyped] = useState(value);
  const over = useRef(false);
  const end = (text: string | undefined) => {
    if (over.current) return;
    over.current = true;
    onDone(text === value ? undefined : text);
  };
  return (
    <Input.TextArea
      autoFocus
      autoSize={{ minRows: 1, maxRows: 4 }}
      aria-label={label}
      value={typed}
      maxLength={max}
      onChange={({ target }) => setTyped(target.value.replaceAll('\n', ''))}
      onFocus={({ target }) => target.select()}
      onBlur={() => end(typed)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') {
          event.preventDefault();
          end(typed);
        }
        if (event.key === 'Escape') end(undefined);
      }}
    />
  );
}
