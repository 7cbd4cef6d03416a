import { elementLabel } from '@tongban/server/src/modules/catalog/contract.ts';
import { licenceReformLabels, publicElementNames, type EntryElements, type EntryVersion } from '@tongban/server/src/modules/directory/entry.contract.ts';
import { LongText } from '../../../shared/content/LongText.tsx';
import { Tag } from '../../../shared/case/tags.tsx';
import { useContentWords } from '../../../shared/content/use-content-words.ts';
import { formatDate } from '../../../shared/format/dates.ts';
import { Facts, Panel } from '../../../shared/page/Page.tsx';
import { useDictionaries } from '../../../shared/use-dictionary.ts';
import { text } from '../text.ts';
import { useDirectories } from '../use-directories.ts';

const words = text.entry;

interface EntryContentProps { version: EntryVersion; before: EntryVersion | undefined; regionCode: string }

/** What a version says: the directory's elements, the legal bases, and the public elements with those that are locked. */
export function EntryContent({ version, before, regionCode }: EntryContentProps) {
  const { elements } = version;
  return (
    <>
      <Panel title={words.elements}>
        <MainFacts elements={elements} regionCode={regionCode} />
      </Panel>
      <Panel title={<>{words.publicElements}　<span className="faint small">{words.lockedHint}：<Tag tone="warning">{words.locked}</Tag></span></>} flush>
        <PublicTable elements={elements} before={before?.elements} />
      </Panel>
      <Panel title={words.bases}>
        {elements.legalBases.length === 0 ? <p className="muted">{words.noBases}</p> : (
          <ol className="entry-bases">
            {elements.legalBases.map((basis) => (
              <li key={basis.lawName + basis.clauseNumber}>
                <p>《{basis.lawName}》{basis.documentNumber ? `（${basis.documentNumber}）` : ''}{basis.clauseNumber}</p>
                <p className="muted small pre-line"><LongText>{basis.clauseContent}</LongText></p>
              </li>
            ))}
          </ol>
        )}
      </Panel>
    </>
  );
}

function MainFacts({ elements, regionCode }: { elements: EntryElements; regionCode: string }) {
  const nameOf = useDictionaries(['task-type', 'exercise-level', 'guidance-department']);
  const directories = useDirectories();
  const fact = (label: string, value: string | undefined) => (value ? [{ label, value }] : []);
  return (
    <Facts
      columns={2}
      items={[
        ...fact(words.catalogCode, elements.catalogCode), ...fact(words.localCatalogCode, elements.localCatalogCode),
        ...fact(words.type, nameOf('task-type', elements.taskType)), ...fact(words.guidance, nameOf('guidance-department', elements.guidanceDepartment)),
        ...fact(words.levels, elements.useLevels.map((level) => nameOf('exercise-level', level)).join('、')),
        ...fact(words.region, directories.find(({ value }) => value === regionCode)?.label ?? regionCode),
        ...fact(words.reform, elements.licenceReform && licenceReformLabels[elements.licenceReform]),
        ...fact(words.plan, elements.planEffectiveDate && formatDate(elements.planEffectiveDate)), ...fact(words.planCancel, elements.planCancelDate && formatDate(elements.planCancelDate)),
        ...fact(text.paused, elements.paused ? text.yes : undefined), ...fact(words.remark, elements.remark),
      ]}
    />
  );
}

function PublicTable({ elements, before }: { elements: EntryElements; before: EntryElements | undefined }) {
  const describe = useContentWords();
  const locked = new Set<string>(elements.lockedElements);
  const said = publicElementNames.filter((name) => elements.publicElements[name] !== undefined);
  if (said.length === 0) return <p className="affected__none">{words.noPublic}</p>;
  const show = (name: (typeof publicElementNames)[number]): string => {
    const value = elements.publicElements[name];
    if (name === 'materials') return describe(name, elements.publicElements.materials?.map((material) => material.name));
    return describe(name, value);
  };
  const changed = (name: (typeof publicElementNames)[number]) => before !== undefined && JSON.stringify(before.publicElements[name]) !== JSON.stringify(elements.publicElements[name]);
  return (
    <table className="entry-elements">
      <tbody>
        {said.map((name) => (
          <tr key={name} className={changed(name) ? 'is-changed' : ''}>
            <th scope="row">
              {elementLabel(name)} {locked.has(name) ? <Tag tone="warning" title={words.lockedHint}>{words.locked}</Tag> : null}
              {changed(name) ? <><br /><span className="faint small">{words.differs}</span></> : null}
            </th>
            <td>{show(name)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
