import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useUiText } from '../locale.ts';
import { classes } from '../classes.ts';
import type { Tone } from './Notice.tsx';

/** Where somebody stands in a short sequence; `current` counts from 0. */
export function Steps({ titles, current }: { titles: readonly string[]; current: number }) {
  const text = useUiText();
  return (
    <ol className="tb-steps" aria-label={text.steps}>
      {titles.map((title, index) => {
        const state = index < current ? 'done' : index === current ? 'current' : 'upcoming';
        return (
          <li key={title} className="tb-steps__step" data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
            <span className="tb-steps__number">{state === 'done' ? <Check size={16} aria-hidden="true" /> : index + 1}</span>
            <span className="tb-steps__title">{title}</span>
            <span className="tb-hidden">（{text.stepState[state]}）</span>
          </li>
        );
      })}
    </ol>
  );
}

export interface TimelineEntry {
  key: string;
  title: ReactNode;
  time?: ReactNode;
  detail?: ReactNode;
  /** `open` draws an empty dot: it has begun or is still to come. */
  state?: 'done' | 'open';
  tone?: Tone;
}

/** What happened, in order. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="tb-timeline">
      {entries.map((entry) => (
        <li key={entry.key} className={classes('tb-timeline__item', `tb-tone--${entry.tone ?? 'info'}`)} data-state={entry.state ?? 'done'}>
          <div className="tb-timeline__head">
            <span className="tb-timeline__title">{entry.title}</span>
            {entry.time !== undefined && <span className="tb-timeline__time">{entry.time}</span>}
          </div>
          {entry.detail}
        </li>
      ))}
    </ol>
  );
}
