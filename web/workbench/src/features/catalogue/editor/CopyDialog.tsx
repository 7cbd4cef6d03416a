import { useQuery } from '@tanstack/react-query';
import {
  compareElements, elementInfo, elementNames, getItemGuide, isSame, searchItems, type ElementName, type ItemElements, type ItemGuide,
} from '@tongban/server/src/modules/catalog/contract.ts';
import { App, Button, Checkbox, Input, Modal } from 'antd';
import { useContext, useState } from 'react';
import { api } from '../../../shared/api.ts';
import { LongText } from '../../../shared/content/LongText.tsx';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { RegionName } from '../../../shared/RegionName.tsx';
import { text as sharedText } from '../../../shared/text.ts';
import { useDebounced } from '../../../shared/use-debounced.ts';
import { text } from '../text.ts';
import { useElementWords } from '../use-element-words.ts';
import { withElement, type ElementsKeeper } from './elements-keeper.ts';
import { KnownFiles } from './known-files.ts';
import '../../../shared/draft/merge.css';
import '../catalogue.css';
import './editor.css';

const words = text.editing.copying;

/** What makes an item this one and is never copied from another. */
const ownElements: ReadonlySet<ElementName> = new Set([
  'name', 'catalogCode', 'localCatalogCode', 'taskCode', 'handlingItemCode', 'localTaskCode', 'regionCode', 'townCode', 'villageCode', 'organizationId',
  'departmentName', 'handlingDepartments', 'handling', 'planEffectiveDate', 'planCancelDate',
]);

/** Elements of another list that may be copied and differ here. */
export function copyableElements(current: ItemElements, source: ItemElements): ElementName[] {
  return elementNames.filter((name) => !ownElements.has(name) && !isSame(current[name], source[name]));
}

interface CopyDialogProps { keeper: ElementsKeeper; locked: readonly string[]; onClose: () => void }

/** Takes elements over from any published list, each shown as it is and as it would be; one step to undo. */
export function CopyDialog({ keeper, locked, onClose }: CopyDialogProps) {
  const [itemId, setItemId] = useState<string>();
  const guide = useQuery({ queryKey: [getItemGuide.id, itemId], enabled: itemId !== undefined, queryFn: () => api.call(getItemGuide, { params: { itemId: itemId ?? '' } }) });
  return (
    <Modal open title={words.title} width={960} footer={null} onCancel={onClose} mask={{ closable: false }}>
      {itemId === undefined ? <ItemSearch name={keeper.elements.name} onChoose={setItemId} /> : (
        <QueryState query={guide}>
          {(data) => <Choice key={data.versionId} guide={data} keeper={keeper} locked={locked} onBack={() => setItemId(undefined)} onClose={onClose} />}
        </QueryState>
      )}
    </Modal>
  );
}

/** Finds a published item by words. */
export function ItemSearch({ name, onChoose }: { name: string; onChoose: (itemId: string) => void }) {
  const [typed, setTyped] = useState(name);
  const q = useDebounced(typed.trim(), 250);
  const found = useQuery({ queryKey: [searchItems.id, 'copy', q], queryFn: () => api.call(searchItems, { query: { limit: 20, ...(q ? { q } : {}) } }), placeholderData: (before) => before });
  return (
    <>
      <Input autoFocus value={typed} maxLength={100} placeholder={words.search} aria-label={words.search} onChange={({ target }) => setTyped(target.value)} />
      <QueryState query={found}>
        {(data) => (
          <ul className="copying__found">
            {data.items.length === 0 ? <li className="muted">{words.none}</li> : null}
            {data.items.map((item) => (
              <li key={item.id}>
                <button type="button" onClick={() => onChoose(item.id)}>
                  <b>{item.name}</b>
                  <span className="faint small">{item.department.name}　<RegionName code={item.regionCode} /></span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </QueryState>
    </>
  );
}

interface ChoiceProps extends CopyDialogProps { guide: ItemGuide; onBack: () => void }

function Choice({ guide, keeper, locked, onBack, onClose }: ChoiceProps) {
  const { message } = App.useApp();
  const describe = useElementWords();
  const files = useContext(KnownFiles);
  const [chosen, setChosen] = useState<ReadonlySet<ElementName>>(new Set());
  const names = copyableElements(keeper.elements, guide.elements);
  const free = names.filter((name) => !locked.includes(name));
  const toggle = (name: ElementName) => setChosen((before) => new Set(before.has(name) ? [...before].filter((one) => one !== name) : [...before, name]));
  const missing = useMissing({ 'copy-all': chosen.size === 0 && sharedText.missing.choose(words.wanted) });
  const apply = () => {
    if (!missing.check()) return;
    const next = [...chosen].reduce((elements, name) => withElement(elements, name, guide.elements[name]), keeper.elements);
    keeper.change(next, `copy.${guide.versionId}`);
    void message.success(words.applied(chosen.size));
    onClose();
  };
  return (
    <>
      <p>
        <b>{guide.elements.name}</b>　<span className="muted">{words.from(guide.elements.departmentName)}</span>
      </p>
      {names.length === 0 ? <p className="muted">{words.same}</p> : (
        <Checkbox id="copy-all" checked={chosen.size === free.length} indeterminate={chosen.size > 0 && chosen.size < free.length} onChange={({ target }) => setChosen(new Set(target.checked ? free : []))}>
          {words.all}
        </Checkbox>
      )}
      <div className="copying__list">
        <table className="differences">
          <thead>
            <tr><th>{words.choose}</th><th>{words.current}</th><th>{words.incoming}</th></tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <tr key={name}>
                <th scope="row">
                  <Checkbox checked={chosen.has(name)} disabled={locked.includes(name)} onChange={() => toggle(name)}>{elementInfo[name].label}</Checkbox>
                  {locked.includes(name) ? <p className="faint small">{words.locked}</p> : null}
                  <p className="faint small">{differenceCount(keeper.elements, guide.elements, name)}</p>
                </th>
                <td className="is-before"><LongText>{describe(name, keeper.elements[name], { elements: keeper.elements, files })}</LongText></td>
                <td className="is-after"><LongText>{describe(name, guide.elements[name], { elements: guide.elements, files })}</LongText></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Lack text={missing.of('copy-all')} />
      <div className="merge__foot">
        <Button onClick={onBack}>{words.back}</Button>
        {free.length === 0 ? null : <Button type="primary" onClick={apply}>{words.apply(chosen.size)}</Button>}
      </div>
    </>
  );
}

/** How many entries of a list differ, e.g. 3 份材料. */
function differenceCount(current: ItemElements, source: ItemElements, name: ElementName): string {
  const count = compareElements(current, source).filter(({ path }) => path.startsWith(`${name}.`)).length;
  return count > 0 ? text.differences.entries(count) : '';
}
