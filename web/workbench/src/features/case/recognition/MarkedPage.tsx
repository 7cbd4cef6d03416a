import { useState } from 'react';
import { text } from '../text.ts';

/** Something to point at on a picture, in shares of its size. */
export interface Mark { key: string; label: string; box: { left: number; top: number; width: number; height: number }; differs: boolean }

const share = (value: number): string => `${value * 100}%`;

/** A page of a material, set upright, with frames around what was read; one of them may stand out. */
export function MarkedPage({ src, name, marks, chosen }: { src: string; name: string; marks: readonly Mark[]; chosen: string | undefined }) {
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading');
  if (state === 'failed') return <p className="muted">{text.recognition.noPicture}</p>;
  return (
    <div className="marked-page">
      <img src={src} alt={name} onLoad={() => setState('shown')} onError={() => setState('failed')} />
      {(state === 'shown' ? marks : []).map(({ key, label, box, differs }) => (
        <span key={key} className={`marked-page__mark${differs ? ' is-different' : ''}${key === chosen ? ' is-chosen' : ''}`} style={{ left: share(box.left), top: share(box.top), width: share(box.width), height: share(box.height) }} title={label} />
      ))}
    </div>
  );
}
