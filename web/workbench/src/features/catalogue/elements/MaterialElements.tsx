import { alternativesOf, type ApplicationMaterial, type ItemElements } from '@tongban/server/src/modules/catalog/contract.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { SampleButton } from '../../../shared/samples/SampleButton.tsx';
import type { NameOf } from '../../../shared/use-dictionary.ts';
import { text } from '../text.ts';
import { versionSamples } from './version-samples.ts';

const words = text.materials;

/** The materials with their sources, situations and review points. */
export function MaterialElements({ elements, versionId, nameOf }: { elements: ItemElements; versionId: string; nameOf: NameOf }) {
  return (
    <table className="material-table">
      <thead>
        <tr>
          <th>{words.name}</th>
          <th>{words.necessity}</th>
          <th>{words.source}</th>
          <th>{words.copies}</th>
          <th>{words.when}</th>
          <th>{words.points}</th>
        </tr>
      </thead>
      <tbody>
        {elements.materials.map((material) => (
          <tr key={material.key}>
            <td>
              <b>{material.name}</b>
              {material.formKey ? <Tag>{words.filled}</Tag> : null}
              {material.replacedByLicenceTypes.length > 0 ? <Tag tone="done">{words.replaced}</Tag> : null}
              {' '}<SampleButton files={versionSamples(versionId, material.sample?.fileId)} about={material.name} />
              <p className="muted small">{material.acceptanceStandard}</p>
            </td>
            <td>{nameOf('material-necessity', material.necessity)}</td>
            <td>
              {nameOf('material-source', material.source)}
              <br />
              <span className="faint small">{nameOf('material-form', material.form)}</span>
            </td>
            <td className="nowrap">
              {[material.originals > 0 ? words.original(material.originals) : '', material.copies > 0 ? words.copy(material.copies) : '']
                .filter(Boolean)
                .join(' ') || text.none}
            </td>
            <td>{describeConditions(material, elements)}</td>
            <td>
              <ul>
                {material.reviewPoints.map((point) => (
                  <li key={point.key} className="small">
                    <span className="faint">{text.stages[point.stage]}</span> {point.text}
                    {point.condition ? <p className="faint">{words.condition(point.condition)}</p> : null}
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function describeConditions(material: ApplicationMaterial, { questionnaire }: ItemElements): string {
  const limits = material.situations?.map((limit) => questionnaire?.situations.find(({ key }) => key === limit)?.name ?? limit).join('／');
  const answers = alternativesOf(material.when).map((together) => together.map((condition) => {
    const question = questionnaire?.questions.find(({ key }) => key === condition.question);
    return condition.options.map((option) => question?.options.find(({ key }) => key === option)?.text ?? option).join('／');
  }).join('，')).filter(Boolean).join(words.or);
  return [limits, answers].filter(Boolean).join('；') || words.always;
}
