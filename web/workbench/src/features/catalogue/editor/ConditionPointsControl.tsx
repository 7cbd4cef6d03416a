import { isMembers, type ItemElements, type Members } from '@tongban/server/src/modules/catalog/contract.ts';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { clearable } from '../../../shared/form/clearable.tsx';
import { text } from '../text.ts';
import { asCodes, type ControlProps } from './controls.tsx';
import { FileControl } from './FileControl.tsx';
import { newKey } from './new-key.ts';
import { PointRows } from './PointRows.tsx';
import { mostAt } from './schema-limits.ts';

const words = text.editing.points;

interface ConditionPointsControlProps extends ControlProps {
  elements: ItemElements;
  /** What the checks say of a point. */
  faultsAt: (path: string) => ReactNode;
}

/** 审查要点 under the 受理条件 that each checks (DEC-01); those whose condition is gone stand last until they have another. */
export function ConditionPointsControl({ id, value, onChange, disabled, elements, faultsAt }: ConditionPointsControlProps) {
  const points = Array.isArray(value) ? value.filter(isMembers) : [];
  const conditions = [...new Set(elements.conditions.filter((condition) => condition.trim() !== ''))];
  const of = (condition: string) => points.filter((point) => point['condition'] === condition);
  const lost = points.filter((point) => !conditions.some((condition) => condition === point['condition']));
  const proved = new Set(elements.materials.flatMap(({ reviewPoints }) => reviewPoints.map(({ condition }) => condition)));
  const save = (next: readonly Members[]) => onChange(next.length === 0 ? undefined : next);
  const shared = { disabled, full: points.length >= mostAt('conditionPoints'), pathOf };
  const more = (about: string, choose: boolean) => (point: Members, number: number, change: (part: object) => void) => (
    <>
      {choose ? (
        <Select
          className="points__basis" size="small" aria-label={`${about}${words.chooseCondition} ${number}`} placeholder={words.chooseCondition} disabled={disabled} status="warning"
          options={conditions.map((condition) => ({ value: condition, label: condition }))} onChange={(condition: string) => change({ condition })}
        />
      ) : null}
      <Situations about={`${about}${words.situations} ${number}`} value={point['situations']} elements={elements} disabled={disabled} onChange={(situations) => change({ situations })} />
      {disabled && point['sampleFileId'] === undefined ? null : (
        <div className="points__basis points__sample">
          <span className="faint small">{words.sample}</span>
          <FileControl id={`${id}-${String(point['key'])}-sample`} label={`${about}${words.sampleLabel} ${number}`} value={point['sampleFileId']} disabled={disabled} onChange={(sampleFileId) => change({ sampleFileId })} />
        </div>
      )}
      <div className="points__basis">{faultsAt(pathOf(point))}</div>
    </>
  );

  if (conditions.length + points.length === 0) return <p className="faint small" id={id}>{words.noConditions}</p>;
  return (
    <div className="condition-points" id={id}>
      {conditions.map((condition, index) => {
        const about = words.about(index + 1);
        return (
          <section key={condition} aria-label={condition}>
            <h4><span className="number faint">{index + 1}</span>{condition}</h4>
            {proved.has(condition) ? <p className="faint small">{words.proved}</p> : null}
            <PointRows
              {...shared} id={`${id}-${index}`} about={about} points={of(condition)} more={more(about, false)}
              blank={() => ({ key: newKey('condition-point', points), text: '', stage: 'review', condition })}
              onChange={(next) => save([...conditions.flatMap((one) => (one === condition ? next : of(one))), ...lost])}
            />
          </section>
        );
      })}
      {lost.length > 0 ? (
        <section aria-label={words.lost}>
          <h4>{words.lost}</h4>
          <PointRows
            {...shared} id={`${id}-lost`} points={lost} more={more('', true)}
            onChange={(next) => save([...conditions.flatMap(of), ...next])}
          />
        </section>
      ) : null}
    </div>
  );
}

function pathOf(point: Members): string {
  return `conditionPoints.${String(point['key'])}`;
}

/** In which situations a point is looked at; every one where there is nothing to tell apart. */
function Situations({ about, value, elements, disabled, onChange }: { about: string; value: unknown; elements: ItemElements; disabled: boolean; onChange: (situations: string[] | undefined) => void }) {
  const known = elements.questionnaire?.situations ?? [];
  if (known.length < 2 && value === undefined) return null;
  return (
    <Select
      className="points__basis" mode="multiple" size="small" allowClear={clearable} aria-label={about} placeholder={words.everySituation} value={asCodes(value)} disabled={disabled}
      options={known.map(({ key, name }) => ({ value: key, label: name }))} showSearch={{ optionFilterProp: 'label' }}
      onChange={(next: string[]) => onChange(next.length === 0 ? undefined : next)}
    />
  );
}
