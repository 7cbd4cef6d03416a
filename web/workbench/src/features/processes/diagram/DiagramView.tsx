import { Spin } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import '../../../shared/diagram/diagram.css';
import { text } from '../text.ts';
import type { Drawing } from './drawing.ts';

interface DiagramViewProps {
  /** Shown when it comes in; what is drawn meanwhile is the drawing's own. */
  xml: string;
  readOnly: boolean;
  label: string;
  onReady?: (drawing: Drawing) => void;
}

/** Where a diagram is seen and drawn; the drawing library comes in a file of its own, once a diagram is first opened. */
export function DiagramView({ xml, readOnly, label, onReady }: DiagramViewProps) {
  const holder = useRef<HTMLDivElement>(null);
  const ready = useRef(onReady);
  useEffect(() => { ready.current = onReady; });
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading');
  useEffect(() => {
    let drawing: Drawing | undefined;
    let gone = false;
    void (async () => {
      try {
        const { Drawing: Class } = await import('./drawing.ts');
        if (gone || !holder.current) return;
        drawing = new Class(holder.current, readOnly);
        await drawing.open(xml);
        // It may have been closed while the file was read.
        if (gone as boolean) return;
        setState('shown');
        ready.current?.(drawing);
      } catch {
        if (!gone) setState('failed');
      }
    })();
    return () => {
      gone = true;
      drawing?.destroy();
    };
  }, [xml, readOnly]);
  return (
    <div className="diagram">
      {state === 'failed' ? <ProblemAlert problem={{ type: 'about:blank', status: 0, kind: 'invalid', code: 'processes.unreadable', traceId: '', ...text.unreadable }} /> : null}
      {state === 'loading' ? <Spin className="diagram__loading" /> : null}
      <div ref={holder} className="diagram__canvas" role="region" aria-label={label} hidden={state === 'failed'} />
    </div>
  );
}
