import { elementLabel } from '@tongban/server/src/modules/catalog/contract.ts';
import { licenceReformLabels, type EntryImportPreview, type PreviewedChange } from '@tongban/server/src/modules/directory/entry.contract.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { useDictionaries } from '../../../shared/use-dictionary.ts';
import { BothSides } from '../changes/ComparedLines.tsx';
import { useShownValue } from '../changes/use-shown-value.ts';
import { text } from '../text.ts';
import { ImportRows } from './ImportRows.tsx';

const words = text.imports;
/** Elements of the directory alone, by the lists that name their codes. */
const lists: Readonly<Record<string, string>> = { taskType: 'task-type', useLevels: 'exercise-level', guidanceDepartment: 'guidance-department' };
const coded: ReadonlySet<string> = new Set([...Object.keys(lists), 'lockedElements', 'licenceReform']);

/** What an import would come to, before it is confirmed: counts, the rows left out, and the changed entries with what they say now (CAT-12). */
export function ImportPreview({ preview }: { preview: EntryImportPreview }) {
  const { read, created, changed, unchanged, rejected, rejections, changes } = preview;
  return (
    <div className="import-preview">
      <p>{words.previewed(read)}</p>
      <ul className="import-preview__counts">
        {([[words.created, created], [words.changed, changed], [words.unchanged, unchanged], [words.rejected, rejected]] as const)
          .map(([label, value]) => <li key={label}><span className="muted small">{label}</span><b className={label === words.rejected && value > 0 ? 'count is-danger' : undefined}>{value}</b></li>)}
      </ul>
      <ImportRows title={words.toReject(rejected)} rows={rejections} more={rejected > rejections.length} />
      <Changes changes={changes} all={changed} />
    </div>
  );
}

function Changes({ changes, all }: { changes: readonly PreviewedChange[]; all: number }) {
  const show = useChangedValue();
  if (changes.length === 0) return null;
  return (
    <section>
      <h2 className="section-title">{words.toChange(all)}</h2>
      <div className="import-preview__changes">
        {changes.map(({ number, code, name, cancels, differences }) => (
          <details key={number} open={changes.length <= 5}>
            <summary>{words.row(number)} <span className="number">{code}</span> {name} {cancels ? <Tag tone="danger">{words.cancels}</Tag> : <span className="faint small">{words.differs(differences.length)}</span>}</summary>
            {cancels ? null : (
              <table className="entry-elements">
                <thead><tr><th scope="col">{text.changes.columns.element}</th><th scope="col">{words.now}</th><th scope="col">{words.then}</th></tr></thead>
                <tbody>{differences.map(({ element, label, before, after }) => <tr key={element}><th scope="row">{label}</th><BothSides before={show(element, before)} after={show(element, after)} /></tr>)}</tbody>
              </table>
            )}
          </details>
        ))}
      </div>
      {all > changes.length ? <p className="faint small">{words.first}</p> : null}
    </section>
  );
}

/** Writes a value in words, codes by the names of their lists. */
function useChangedValue(): (element: string, value: unknown) => string {
  const show = useShownValue();
  const nameOf = useDictionaries(Object.values(lists));
  const nameCode = (element: string, code: string): string => {
    if (element === 'lockedElements') return elementLabel(code);
    if (element === 'licenceReform') return Object.entries(licenceReformLabels).find(([reform]) => reform === code)?.[1] ?? code;
    const list = lists[element];
    return list === undefined ? code : nameOf(list, code);
  };
  return (element, value) => {
    const codes = typeof value === 'string' ? [value] : Array.isArray(value) && value.every((code) => typeof code === 'string') ? value : [];
    return coded.has(element) && codes.length > 0 ? codes.map((code) => nameCode(element, code)).join('、') : show(element, value);
  };
}
