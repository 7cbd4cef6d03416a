import { useState } from 'react';
import { text } from '../text.ts';

const t = text.recognition;

/** Something to point at on a picture, in shares of its size. */
export interface Mark { label: string; box: { left: number; top: number; width: number; height: number }; tone: 'same' | 'differs' | 'other' }

const share = (value: number): string => `${value * 100}%`;

/** A page of a material, set upright, with frames around what was read. */
export function PagePicture({ src, name, marks }: { src: string; name: string; marks: readonly Mark[] }) {
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading');
  if (state === 'failed') return <p className="muted">{t.noPicture}</p>;
  return (
    <figure className="page-picture">
      <div className="page-picture__sheet">
        <img src={src} alt={t.pictureOf(name)} onLoad={() => setState('shown')} onError={() => setState('failed')} />
        {(state === 'shown' ? marks : []).map(({ label, box, tone }) => (
          <span key={label} className="page-picture__mark" data-tone={tone} style={{ left: share(box.left), top: share(box.top), width: share(box.width), height: share(box.height) }}>
            <span className="page-picture__label">{label}</span>
          </span>
        ))}
      </div>
    </figure>
  );
}
