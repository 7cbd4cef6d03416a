import type { ItemElements } from '@tongban/server/src/modules/catalog/contract.ts';
import { text } from '../text.ts';

/** The review points under one condition: by which step, in which situations. */
export function ConditionPoints({ elements: { conditionPoints = [], questionnaire }, condition }: { elements: ItemElements; condition: string }) {
  const own = conditionPoints.filter((point) => point.condition === condition);
  const nameOf = (situation: string): string => questionnaire?.situations.find(({ key }) => key === situation)?.name ?? situation;
  if (own.length === 0) return null;
  return (
    <ul>
      {own.map((point) => (
        <li key={point.key} className="small">
          <span className="faint">{text.stages[point.stage]}</span> {point.text}
          {point.situations ? <span className="faint">　{point.situations.map(nameOf).join('／')}</span> : null}
        </li>
      ))}
    </ul>
  );
}
