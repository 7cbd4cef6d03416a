import { useCallback, useState } from 'react';
import { text } from '../text.ts';

/** Which controls of a form still upload. A form that is sent meanwhile would leave their files out without a word. */
export interface Uploads {
  /** Some control still uploads. */
  readonly underWay: boolean;
  /** What the control with this id lacks for it, as `useMissing` takes it. */
  lack: (control: string) => string | false;
  /** For the controls themselves. */
  report: (control: string, uploading: boolean) => void;
}

export function useUploads(): Uploads {
  const [controls, setControls] = useState<ReadonlySet<string>>(new Set());
  const report = useCallback((control: string, uploading: boolean) => {
    setControls((before) => {
      if (before.has(control) === uploading) return before;
      return new Set(uploading ? [...before, control] : [...before].filter((one) => one !== control));
    });
  }, []);
  return { underWay: controls.size > 0, lack: (control) => controls.has(control) && text.missing.uploading, report };
}
