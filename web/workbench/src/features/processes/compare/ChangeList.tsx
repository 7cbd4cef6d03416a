import { Tag, type Tone } from '../../../shared/case/tags.tsx';
import type { ChangeKind, ElementChange } from '../model/compare.ts';
import { text } from '../text.ts';

const words = text.compare;
const tones: Readonly<Record<ChangeKind, Tone>> = { added: 'done', removed: 'danger', changed: 'warning' };

interface ChangeListProps {
  changes: readonly ElementChange[];
  chosen: number | undefined;
  onChoose: (index: number) => void;
}

/** Every difference with its properties before and after; pressing one shows it on the diagrams. */
export function ChangeList({ changes, chosen, onChoose }: ChangeListProps) {
  const count = (kind: ChangeKind) => changes.filter((one) => one.kind === kind).length;
  return (
    <section className="process-changes" aria-label={words.list}>
      <h2>{words.list}</h2>
      <p className="muted small" role="status">{changes.length === 0 ? words.same : words.count(count('added'), count('removed'), count('changed'))}</p>
      <ol>
        {changes.map((change, index) => (
          <li key={`${change.beforeId ?? ''} ${change.afterId ?? ''}`} className={index === chosen ? 'is-chosen' : ''}>
            <button type="button" aria-current={index === chosen ? 'true' : undefined} onClick={() => onChoose(index)}>
              <Tag tone={tones[change.kind]}>{words.changes[change.kind]}</Tag> <b>{change.title}</b>{change.isFlow ? <span className="faint small">　{words.flow}</span> : null}
            </button>
            {change.kind === 'changed' ? <Properties change={change} /> : null}
          </li>
        ))}
      </ol>
      <p className="faint small">{changes.length === 0 ? '' : words.pick}{words.moved}</p>
    </section>
  );
}

function Properties({ change: { properties } }: { change: ElementChange }) {
  return (
    <table className="process-changes__table">
      <thead><tr><th scope="col">{words.property}</th><th scope="col">{words.before}</th><th scope="col">{words.after}</th></tr></thead>
      <tbody>
        {properties.map(({ name, before, after }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{before === undefined ? <span className="faint">{words.none}</span> : <del>{before}</del>}</td>
            <td>{after === undefined ? <span className="faint">{words.none}</span> : <ins>{after}</ins>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
