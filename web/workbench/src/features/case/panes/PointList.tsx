import { CheckOutlined, CloseOutlined } from '@ant-design/icons';
import type { ReviewPoint } from '@tongban/server/src/modules/catalog/contract.ts';
import type { ReviewSamples } from '@tongban/server/src/modules/materials/contract.ts';
import { Input, Tooltip } from 'antd';
import { useId } from 'react';
import { useShortcut } from '../../../shared/keyboard/shortcuts.ts';
import { tickKey, type Tick, type Ticks } from '../review-points.ts';
import { text } from '../text.ts';
import { SampleButton } from './SampleButton.tsx';

interface PointListProps {
  points: readonly ReviewPoint[];
  materialKey: string;
  ticks: Ticks;
  onTick: (materialKey: string, pointKey: string, change: Tick) => void;
  /** Samples of each point by its key. */
  samples: ReviewSamples['points'];
  /** The material is the chosen one, so the key for all of its points is offered. */
  offerKey: boolean;
}

/** The review points of one material, each to be found satisfied or not (GDE-03, HND-04). */
export function PointList({ points, materialKey, ticks, onTick, samples, offerKey }: PointListProps) {
  const passAll = () => { for (const point of points) onTick(materialKey, point.key, { satisfied: true }); };
  useShortcut({ keys: ['y'], label: text.points.allKey, scope: 'here' }, offerKey ? passAll : undefined);
  const id = useId();
  const open = points.some((point) => ticks[tickKey(materialKey, point.key)]?.satisfied !== true);
  return (
    <ul className="points">
      {points.map((point) => {
        const tick = ticks[tickKey(materialKey, point.key)] ?? {};
        return (
          <li key={point.key} className="point">
            <div className="point__line">
              <Tooltip title={[point.condition ? text.points.condition(point.condition) : '', point.basis ?? ''].filter(Boolean).join('\n')} placement="topLeft"><span className="point__text">{point.text}</span></Tooltip>
              <SampleButton files={samples.find(({ key }) => key === point.key)?.files ?? []} about={point.text} />
              <span className="point__ticks" role="radiogroup" aria-label={point.text}>
                <Mark group={`${id}${point.key}`} chosen={tick.satisfied === true} tone="pass" label={text.points.satisfied} onChoose={() => onTick(materialKey, point.key, { satisfied: true })} />
                <Mark group={`${id}${point.key}`} chosen={tick.satisfied === false} tone="fail" label={text.points.unsatisfied} onChoose={() => onTick(materialKey, point.key, { satisfied: false })} />
              </span>
            </div>
            {tick.satisfied === false ? (
              <Input.TextArea
                size="small" autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} placeholder={text.points.remark} aria-label={text.points.remark} value={tick.remark ?? ''}
                onChange={(event) => onTick(materialKey, point.key, { remark: event.target.value })}
              />
            ) : null}
          </li>
        );
      })}
      {open && points.length > 1 ? <li><button type="button" className="points__all" onClick={passAll}>{text.points.all}{offerKey ? <kbd>y</kbd> : null}</button></li> : null}
    </ul>
  );
}

/** One answer to a point: a radio button of its own, so that the arrows change it and Tab passes a point in one step. */
function Mark({ group, chosen, tone, label, onChoose }: { group: string; chosen: boolean; tone: 'pass' | 'fail'; label: string; onChoose: () => void }) {
  return (
    <label className={`mark is-${tone}${chosen ? ' is-chosen' : ''}`}>
      <input type="radio" name={group} checked={chosen} onChange={onChoose} />
      {tone === 'pass' ? <CheckOutlined /> : <CloseOutlined />}{label}
    </label>
  );
}
