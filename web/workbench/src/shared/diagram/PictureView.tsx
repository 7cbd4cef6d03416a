import { Button, Spin } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { saveFile } from '../files/save-file.ts';
import { ProblemAlert } from '../problem/ProblemAlert.tsx';
import { text } from '../text.ts';
import type { Picture } from './picture.ts';
import type { Dressing } from './tones.ts';
import './diagram.css';

const words = text.diagram;

interface PictureViewProps {
  xml: string;
  /** Says which diagram it is. */
  label: string;
  dressing?: readonly Dressing[] | undefined;
  selected?: string | undefined;
  onSelect?: ((id: string | undefined) => void) | undefined;
  /** Name of the file it may be saved as, without ending; no button when absent. */
  saveAs?: string;
}

const unreadable = { type: 'about:blank', status: 0, kind: 'invalid', code: 'diagram.unreadable', traceId: '', ...words.unreadable } as const;

/** A diagram to look at; the drawing library comes in a file of its own, once a diagram is first shown. */
export function PictureView({ xml, label, dressing, selected, onSelect, saveAs }: PictureViewProps) {
  const holder = useRef<HTMLDivElement>(null);
  const [picture, setPicture] = useState<Picture>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let shown: Picture | undefined;
    let gone = false;
    void (async () => {
      try {
        const { openPicture } = await import('./picture.ts');
        if (gone || !holder.current) return;
        shown = openPicture(holder.current);
        await shown.open(xml);
        // It may have been closed while the file was read.
        if (!(gone as boolean)) setPicture(shown);
      } catch {
        if (!gone) setFailed(true);
      }
    })();
    return () => {
      gone = true;
      shown?.destroy();
      setPicture(undefined);
      setFailed(false);
    };
  }, [xml]);
  useEffect(() => {
    const place = holder.current;
    if (!picture || !place) return undefined;
    let width = place.clientWidth;
    // A turned phone or a folded sidebar; what somebody has zoomed into stays while the width does.
    const watch = new ResizeObserver(() => {
      if (place.clientWidth === width || place.clientWidth === 0) return;
      width = place.clientWidth;
      picture.resize();
    });
    watch.observe(place);
    return () => { watch.disconnect(); };
  }, [picture]);
  useEffect(() => { picture?.dress(dressing ?? []); }, [picture, dressing]);
  useEffect(() => { if (picture) picture.onSelect = onSelect ?? (() => undefined); }, [picture, onSelect]);
  useEffect(() => { picture?.select(selected); }, [picture, selected]);
  const save = async (name: string) => {
    if (!picture) return;
    saveFile(`${name}.svg`, 'image/svg+xml', await picture.svg());
  };
  return (
    <div className="picture">
      <div className="picture__tools">
        <Button size="small" onClick={() => picture?.zoomBy(1.25)}>{words.zoomIn}</Button>
        <Button size="small" onClick={() => picture?.zoomBy(0.8)}>{words.zoomOut}</Button>
        <Button size="small" onClick={() => picture?.fit()}>{words.fit}</Button>
        {saveAs === undefined ? null : <Button size="small" onClick={() => { void save(saveAs); }}>{words.save}</Button>}
      </div>
      <div className="diagram">
        {failed ? <ProblemAlert problem={unreadable} /> : null}
        {picture === undefined && !failed ? <Spin className="diagram__loading" /> : null}
        <div ref={holder} className="diagram__canvas" role="region" aria-label={label} hidden={failed} />
      </div>
    </div>
  );
}
