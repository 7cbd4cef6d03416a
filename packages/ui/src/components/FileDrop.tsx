import { FileUp } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { useUiText } from '../locale.ts';
import { buttonClass } from './Button.tsx';

/** Takes files by choosing or dropping. `accept` only narrows the picker: the server decides what a file really is. */
export function FileDrop({ label, hint, accept, multiple = false, onFiles }:
  { label: string; hint?: ReactNode; accept?: string; multiple?: boolean; onFiles: (files: File[]) => void }) {
  const text = useUiText();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div
      className="tb-drop tb-no-print" data-over={over}
      onDragOver={(event) => { event.preventDefault(); setOver(true); }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1));
      }}
    >
      <label className={buttonClass({ variant: 'secondary' })}>
        <FileUp size={20} aria-hidden="true" />
        {text.chooseFile}
        <span className="tb-hidden">：{label}</span>
        <input
          ref={input} className="tb-hidden" type="file" accept={accept} multiple={multiple}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = '';
            if (files.length > 0) onFiles(files);
          }}
        />
      </label>
      <span className="tb-drop__hint">{hint ?? text.dropHere}</span>
    </div>
  );
}
