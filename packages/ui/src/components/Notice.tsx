import { CircleCheck, Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from '../classes.ts';

export type Tone = 'info' | 'success' | 'warning' | 'danger' | 'neutral';

const icons = { info: Info, neutral: Info, success: CircleCheck, warning: TriangleAlert, danger: OctagonAlert };

/** A message about the whole page or a part of it; `live` announces it when it appears. */
export function Notice({ tone = 'info', title, children, actions, live = false }:
  { tone?: Tone; title?: ReactNode; children?: ReactNode; actions?: ReactNode; live?: boolean }) {
  const Icon = icons[tone];
  return (
    <div className={classes('tb-notice', `tb-tone--${tone}`)} role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}>
      <Icon size={22} aria-hidden="true" />
      <div className="tb-notice__body">
        {title !== undefined && <p className="tb-notice__title">{title}</p>}
        {children}
        {actions !== undefined && <div className="tb-notice__actions tb-button-row">{actions}</div>}
      </div>
    </div>
  );
}

/** A short state in words; the colour only repeats it. */
export function Badge({ tone = 'neutral', icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return <span className={classes('tb-badge', `tb-tone--${tone}`)}>{icon}{children}</span>;
}
