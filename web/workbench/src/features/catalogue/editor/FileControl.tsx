import { useContext, useState } from 'react';
import { FileUploads, type KeptFile } from '../../../shared/files/FileUploads.tsx';
import type { ControlProps } from './controls.tsx';
import { KnownFiles } from './known-files.ts';

/** One file that the guide offers: a blank form or a sample. */
export function FileControl({ label, value, onChange, disabled }: ControlProps) {
  const known = useContext(KnownFiles);
  const [uploaded, setUploaded] = useState<readonly KeptFile[]>([]);
  const file = typeof value === 'string' ? ([...uploaded, ...known].find(({ id }) => id === value) ?? { id: value, name: label, size: 0 }) : undefined;
  if (disabled) return <p>{file?.name ?? ''}</p>;
  return (
    <FileUploads
      label={label}
      maxFiles={1}
      files={file ? [file] : []}
      onChange={(files) => {
        setUploaded(files);
        onChange(files[0]?.id);
      }}
    />
  );
}
