import { isMembers } from '@tongban/server/src/modules/catalog/contract.ts';
import { Select } from 'antd';
import { clearable } from '../../../shared/form/clearable.tsx';
import { text } from '../text.ts';
import type { ControlProps } from './controls.tsx';
import { newKey } from './new-key.ts';
import { PointRows } from './PointRows.tsx';

const words = text.editing.points;

/** 审查要点 of one material: what to compare with what, who ticks it, and which condition it proves (GDE-03). */
export function PointsControl({ id, value, onChange, disabled, conditions }: ControlProps & { conditions: readonly string[] }) {
  const points = Array.isArray(value) ? value.filter(isMembers) : [];
  return (
    <>
      {points.length === 0 ? <p className="faint small">{words.none}</p> : null}
      <PointRows
        id={id} points={points} onChange={onChange} disabled={disabled} full={points.length >= 30}
        blank={() => ({ key: newKey('point', points), text: '', stage: 'review' })}
        more={(point, number, change) => (
          <>
            {conditions.length === 0 ? null : (
              <Select
                className="points__basis" size="small" allowClear={clearable} aria-label={`${words.condition} ${number}`} placeholder={words.condition} disabled={disabled}
                value={point['condition']} options={conditions.map((condition) => ({ value: condition, label: condition }))} onChange={(condition: unknown) => change({ condition })}
              />
            )}
            {point['libraryPointId'] === undefined ? null : <p className="points__library faint small">{words.library}</p>}
          </>
        )}
      />
    </>
  );
}
