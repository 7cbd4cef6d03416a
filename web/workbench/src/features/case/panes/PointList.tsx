import { CheckOutlined, CloseOutlined } from '@ant-design/icons';
import { pathOfPoint, type ConditionPoint, type ReviewPoint } from '@tongban/server/src/modules/catalog/contract.ts';
import { Input, Tooltip } from 'antd';
import { useId } from 'react';
import { useShortcut } from '../../../shared/keyboard/shortcuts.ts';
import { SampleButton, type Sample } from '../../../shared/samples/SampleButton.tsx';
import { tickOf, type Tick, type Ticks } from '../review-points.ts';
import { text } from '../text.ts';

/** Says what was found of the point with this path. */
export type OnTick = (path: string, change: Tick) => void;

interface PointListProps<P extends ReviewPoint | ConditionPoint> {
  points: readonly P[];
  /** None where the points stand on a condition, whose words stand above them. */
  materialKey?: string;
  ticks: Ticks;
  onTick: OnTick;
  samplesOf: (point: P) => readonly Sample[];
  /** The material or condition is the chosen one, so the key for all of its points is offered. */
  offerKey: boolean;
}

/** The review points of one material or condition, each to be found satisfied or not (GDE-03, HND-04). */
export function PointList<P extends ReviewPoint | ConditionPoint>({ points, materialKey, ticks, onTick, samplesOf, offerKey }: PointListProps<P>) {
  const passAll = () => { for (const point of points) onTick(pathOfPoint(materialKey, point.key), { satisfied: true }); };
  useShortcut({ keys: ['y'], label: materialKey === undefined ? text.points.conditionKey : text.points.allKey, scope: 'here' }, offerKey ? passAll : undefined);
  const id = useId();
  const place = materialKey === undefined ? {} : { materialKey };
  const open = points.some((point) => tickOf(ticks, { ...place, point }).satisfied !== true);
  return (
    <ul className="points">
      {points.map((point) => {
        const tick = tickOf(ticks, { ...place, point });
        const change = (next: Tick) => onTick(pathOfPoint(materialKey, point.key), next);
        return (
          <li key={point.key} className="point">
            <div className="point__line">
              <Tooltip title={[materialKey !== undefined && point.condition ? text.points.condition(point.condition) : '', point.basis ?? ''].filter(Boolean).join('\n')} placement="topLeft"><span className="point__text">{point.text}</span></Tooltip>
              <SampleButton files={samplesOf(point)} about={point.text} />
              <span className="point__ticks" role="radiogroup" aria-label={point.text}>
                <Mark group={`${id}${point.key}`} chosen={tick.satisfied === true} tone="pass" label={text.points.satisfied} onChoose={() => change({ satisfied: true })} />
                <Mark group={`${id}${point.key}`} chosen={tick.satisfied === false} tone="fail" label={text.points.unsatisfied} onChoose={() => change({ satisfied: false })} />
              </span>
            </div>
            {tick.satisfied === false ? (
              <Input.TextArea
                size="small" autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} placeholder={text.points.remark} aria-label={text.points.remark} value={tick.remark ?? ''}
                onChange={(event) => change({ remark: event.target.value })}
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
