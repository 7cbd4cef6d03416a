import { useQuery } from '@tanstack/react-query';
import { listStaffItems } from '@tongban/server/src/modules/catalog/contract.ts';
import { licenceTypeBounds, type LicenceFaceLine, type LicenceTypeFault } from '@tongban/server/src/modules/licences/contract.ts';
import { Select } from 'antd';
import { useState } from 'react';
import { api, problemOf } from '../../../shared/api.ts';
import { Lack } from '../../../shared/form/Lack.tsx';
import { clearable } from '../../../shared/form/clearable.tsx';
import { pickerSearch, usePickerWords } from '../../../shared/form/picker-search.ts';
import { Panel } from '../../../shared/page/Page.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useHolds } from '../../../shared/session/session.ts';
import { text } from '../text.ts';
import { FaceLineRow } from './FaceLineRow.tsx';
import { defaultLabel, sourceGroups } from './face-options.ts';
import { newKey } from './type-content.ts';
import type { ItemForms, PartProps } from './part-props.ts';

const words = text.types.face;

interface FacePartProps extends PartProps {
  forms: readonly ItemForms[];
  itemId: string | undefined;
  itemName: string | undefined;
  problem: unknown;
  onItem: (item: { id: string; name: string } | undefined) => void;
  warnings: readonly LicenceTypeFault[];
}

/** The lines of the face from top to bottom: what each is called and what it prints, chosen by name. */
export function FacePart({ content: { face }, change, missing, disabled, forms, itemId, itemName, problem, onItem, warnings }: FacePartProps) {
  const [told, setTold] = useState('');
  const groups = sourceGroups(forms.find((one) => one.itemId === itemId));
  const write = (next: LicenceFaceLine[]) => change({ face: next });
  const move = (from: number, to: number) => {
    const line = face[from];
    if (!line || to < 0 || to >= face.length || from === to) return;
    const rest = face.filter((_one, index) => index !== from);
    write([...rest.slice(0, to), line, ...rest.slice(to)]);
    setTold(words.moved(line.label, to + 1));
    requestAnimationFrame(() => document.getElementById(`face-${line.key}-handle`)?.focus());
  };
  const add = (from: string) => {
    const line: LicenceFaceLine = { key: newKey(face), label: defaultLabel(groups, from), from, ...(from === 'holder.documentNumber' ? { personal: true } : {}) };
    write([...face, line]);
    requestAnimationFrame(() => document.getElementById(`type-face-${face.length}-label`)?.focus());
  };
  const isFull = face.length >= licenceTypeBounds.lines;
  return (
    <Panel title={words.title} extra={<span className="muted">{words.lead}</span>}>
      {disabled ? null : <ItemPicker itemId={itemId} itemName={itemName} onItem={onItem} />}
      {problem ? <ProblemAlert problem={problemOf(problem)} /> : null}
      <div className="face-lines" role="table" aria-label={words.title}>
        <div className="face-line is-head" role="row">
          <span role="columnheader" aria-label={words.drag} /><span role="columnheader">{words.label}</span><span role="columnheader">{words.from}</span><span role="columnheader" title={words.personalHint}>{words.personal}</span><span role="columnheader" />
        </div>
        {face.map((line, index) => (
          <FaceLineRow
            key={line.key} line={line} index={index} count={face.length} groups={groups} disabled={disabled} missing={missing} warnings={warnings.filter(({ path }) => path === `face.${index}.from`)}
            onChange={(next) => write(face.map((one) => (one.key === line.key ? next : one)))} onMove={move}
            onRemove={() => {
              write(face.filter(({ key }) => key !== line.key));
              requestAnimationFrame(() => document.getElementById(`type-face-${Math.max(0, index - 1)}-label`)?.focus());
            }}
          />
        ))}
      </div>
      <p className="visually-hidden" role="status">{told}</p>
      {disabled ? null : (
        <Select<string>
          id="type-face" aria-label={words.addHint} className="face-add" value={null} disabled={isFull} placeholder={isFull ? words.most(licenceTypeBounds.lines) : words.add}
          showSearch={{ optionFilterProp: 'label' }} notFoundContent={<span className="muted">{words.notFound}</span>} options={groups} onChange={add}
        />
      )}
      <Lack text={missing.of('type-face')} />
    </Panel>
  );
}

/** Of which item the fields of the form are offered. */
function ItemPicker({ itemId, itemName, onItem }: Pick<FacePartProps, 'itemId' | 'itemName' | 'onItem'>) {
  const typed = usePickerWords();
  const { q } = typed;
  const mayList = useHolds('catalog.item.view');
  const items = useQuery({ queryKey: [listStaffItems.id, 'licence-types', q], enabled: mayList, placeholderData: (before) => before, queryFn: () => api.call(listStaffItems, { query: { ...(q ? { q } : {}), limit: 20 } }) });
  const options = (items.data?.items ?? []).map(({ id, name, department }) => ({ value: id, label: `${name}（${department.name}）`, name }));
  if (itemId !== undefined && !options.some(({ value }) => value === itemId)) options.push({ value: itemId, label: itemName ?? '', name: itemName ?? '' });
  if (!mayList) return null;
  return (
    <div className="face-item">
      <label htmlFor="face-item">{words.item}</label>
      <Select
        id="face-item" allowClear={clearable} value={itemId ?? null} placeholder={words.itemHint} {...pickerSearch(typed, items, { options, chosen: itemId === undefined ? [] : [itemId] })}
        onChange={(next: string | undefined) => { const chosen = options.find(({ value }) => value === next); onItem(chosen && { id: chosen.value, name: chosen.name }); }}
      />
    </div>
  );
}
