import type { ItemElements } from '@tongban/server/src/modules/catalog/contract.ts';
import { SampleButton } from '../../../shared/samples/SampleButton.tsx';
import { text } from '../text.ts';
import { versionSamples } from './version-samples.ts';

/** The review points under one condition: by which step, in which situations, with its sample. */
export function ConditionPoints({ elements: { conditionPoints = [], questionnaire }, condition, versionId }: { elements: ItemElements; condition: string; versionId: string }) {
  const own = conditionPoints.filter((point) => point.condition === condition);
  const nameOf = (situation: string): string => questionnaire?.situations.find(({ key }) => key === situation)?.name ?? situation;
  if (own.length === 0) return null;
  return (
    <ul>
      {own.map((point) => (
        <li key={point.key} className="small">
          <span className="faint">{text.stages[point.stage]}</span> {point.text} <SampleButton files={versionSamples(versionId, point.sampleFileId)} about={point.text} />
          {point.situations ? <span className="faint">　{point.situations.map(nameOf).join('／')}</span> : null}
        </li>
      ))}
    </ul>
  );
}
