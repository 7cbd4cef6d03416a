import { Button, FieldError, FileDrop, ProgressBar } from '@tongban/ui';
import { FileText, Trash2, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { problemOf } from '../api.ts';
import { acceptOf, fileFault, formatSize, maximumFileSize, typeNames, type FileRule } from './file-rules.ts';
import { fileText } from './text.ts';
import { uploadWithProgress } from './upload-file.ts';
import './files.css';

export interface ShownFile {
  id: string;
  name: string;
  size: number;
}

interface Running { key: number; name: string; percent: number; stop: AbortController }

/** Files already there, those on their way with their progress, and a place to add more; faults in plain words. */
export function FileUploads({ label, rule, files, onAdd, onRemove, onBusy, addressOf }: {
  label: string;
  rule: FileRule;
  files: readonly ShownFile[];
  /** Several uploads may end at once: the host adds to what it has by then. */
  onAdd: (file: ShownFile) => void;
  onRemove: (fileId: string) => void;
  /** Told whether files are on their way, for a form that would leave them out when it is sent. */
  onBusy?: (busy: boolean) => void;
  /** Where a file can be looked at. */
  addressOf: (fileId: string) => string;
}) {
  const [running, setRunning] = useState<Running[]>([]);
  const [faults, setFaults] = useState<string[]>([]);
  const nextKey = useRef(1);
  const part = useRef<HTMLDivElement>(null);
  const busy = running.length > 0;
  useEffect(() => { onBusy?.(busy); }, [onBusy, busy]);

  /** What had the focus may be gone with the file: the next thing to do here takes it. */
  function keepFocus() {
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) part.current?.querySelector<HTMLElement>('input[type=file], li:last-child a')?.focus();
    });
  }

  async function upload(file: File) {
    const one: Running = { key: nextKey.current++, name: file.name, percent: 0, stop: new AbortController() };
    setRunning((now) => [...now, one]);
    try {
      const stored = await uploadWithProgress(file, {
        signal: one.stop.signal,
        onProgress: (percent) => setRunning((now) => now.map((other) => (other.key === one.key ? { ...other, percent } : other))),
      });
      onAdd({ id: stored.id, name: stored.name, size: stored.size });
    } catch (error) {
      if (one.stop.signal.aborted) return;
      const problem = problemOf(error);
      const words = [problem.title, problem.detail].filter(Boolean).join('。');
      setFaults((now) => [...now, words.includes(file.name) ? words : `“${file.name}”：${words}`]);
    } finally {
      setRunning((now) => now.filter((other) => other.key !== one.key));
      keepFocus();
    }
  }

  function take(chosen: File[]) {
    const found: string[] = [];
    let count = files.length + running.length;
    for (const file of chosen) {
      const fault = fileFault(file, rule, count);
      if (fault) found.push(fault);
      else { count += 1; void upload(file); }
    }
    setFaults(found);
  }

  return (
    <div className="uploads" ref={part}>
      <ul className="uploads__list">
        {files.map((file) => (
          <li key={file.id} className="uploads__file">
            <FileText size={20} aria-hidden="true" />
            <a href={addressOf(file.id)} target="_blank" rel="noopener" aria-label={fileText.view(file.name)}>{file.name}</a>
            <span className="uploads__size">{formatSize(file.size)}</span>
            <Button variant="quiet" icon={<Trash2 size={18} aria-hidden="true" />} aria-label={fileText.removeOf(file.name)} onClick={() => { onRemove(file.id); keepFocus(); }}>
              {fileText.remove}
            </Button>
          </li>
        ))}
        {running.map((one) => (
          <li key={one.key} className="uploads__file">
            <span className="uploads__running">
              <span>{fileText.uploading(one.name, one.percent)}</span>
              <ProgressBar label={fileText.uploading(one.name, one.percent)} percent={one.percent} />
            </span>
            <Button variant="quiet" icon={<X size={18} aria-hidden="true" />} onClick={() => one.stop.abort()}>{fileText.cancel}</Button>
          </li>
        ))}
      </ul>
      <div role="alert">{faults.map((fault) => <FieldError key={fault}>{fault}</FieldError>)}</div>
      {files.length + running.length < rule.maxFiles && (
        <FileDrop
          label={label} accept={acceptOf(rule)} multiple={rule.maxFiles > 1} onFiles={take}
          hint={fileText.limits(typeNames(rule), formatSize(maximumFileSize), rule.maxFiles)}
        />
      )}
    </div>
  );
}
