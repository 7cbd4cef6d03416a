import { bundleStateLabels, type BundleState } from '@tongban/server/src/modules/bundles/contract.ts';
import { text } from '../text.ts';

interface ProgressProps { counts: readonly { state: BundleState; count: number }[]; state: BundleState | undefined; onState: (state: BundleState | undefined) => void }

/** How many bundles stand where, within the other filters; each number is the way to its list. */
export function Progress({ counts, state, onState }: ProgressProps) {
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="bundle-progress" role="group" aria-label={text.progress.label}>
      <button type="button" aria-pressed={state === undefined} onClick={() => onState(undefined)}>
        <b>{all}</b><span>{text.progress.all}</span>
      </button>
      {counts.map((one) => (
        <button key={one.state} type="button" className={`is-${one.state}`} aria-pressed={state === one.state} onClick={() => onState(state === one.state ? undefined : one.state)}>
          <b>{one.count}</b><span>{bundleStateLabels[one.state]}</span>
          <i aria-hidden="true" style={{ width: `${all === 0 ? 0 : (one.count / all) * 100}%` }} />
        </button>
      ))}
    </div>
  );
}
