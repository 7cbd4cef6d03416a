import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { createKey } from '@tongban/api-client';
import { listFields } from '@tongban/form-model';
import { requestSupplement } from '@tongban/server/src/modules/intake/contract.ts';
import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useMemo } from 'react';
import { definitionOf } from '../../../shared/form/definition.ts';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing, type Missing } from '../../../shared/form/use-missing.ts';
import { formatDate } from '../../../shared/format/dates.ts';
import { PhraseButton, withPhrase } from '../../../shared/PhraseButton.tsx';
import { text as sharedText } from '../../../shared/text.ts';
import { useTyped } from '../../../shared/typed/use-typed.ts';
import { useAction } from '../../../shared/use-action.ts';
import { useApplication } from '../case-data.ts';
import { text } from '../text.ts';
import type { ActionProps } from './action-context.ts';
import { ActionDrawer, Part } from './ActionDrawer.tsx';
import { isWritten, itemsFromPoints, type SupplementItem } from './supplement-items.ts';
import { Writing } from './Writing.tsx';

const words = text.supplementForm;
interface Typed {
  explanation: string;
  items: SupplementItem[];
  days: number;
}

const choiceId = (index: number): string => `supplement-choice-${index}`;
const reasonId = (index: number): string => `supplement-reason-${index}`;

/** 一次性告知补正: everything that is wanting in one notice, with what to do about each (行政许可法第三十二条). */
export function SupplementSheet({ view, guide, ticks, onClose, onRefresh, onDone }: ActionProps) {
  const initial: Typed = { explanation: words.defaultExplanation, items: itemsFromPoints(view, guide, ticks), days: 15 };
  const [typed, setTyped, forget] = useTyped<Typed>(`case.${view.id}.supplement`, initial);
  const { run, busy, problem } = useAction(requestSupplement);
  const fields = useFieldOptions(view.id);
  const change = (next: Partial<Typed>) => setTyped((before) => ({ ...before, ...next }));
  const setItems = (items: SupplementItem[]) => change({ items });
  const chosen = (kind: SupplementItem['kind'], key: string) => typed.items.some((item) => item.kind === kind && item.key === key);
  const toggle = (item: SupplementItem, on: boolean) =>
    setItems(on ? [...typed.items, item] : typed.items.filter((one) => one.kind !== item.kind || one.key !== item.key));
  const materials = view.materials.filter(({ superseded }) => !superseded);
  const missing = useMissing({
    [choiceId(0)]: typed.items.length === 0 && words.need,
    ...Object.fromEntries(typed.items.map((item, index) => [reasonId(index), !isWritten(item) && sharedText.missing.write(words.reason)])),
    'supplement-explanation': typed.explanation.trim().length < 2 && sharedText.missing.write(words.explanation),
  });

  return (
    <ActionDrawer
      title={words.title}
      warning={`${words.notice}${view.acceptanceDueOn ? words.deadline(formatDate(view.acceptanceDueOn)) : ''}`}
      confirm={words.confirm(typed.items.length)}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onRefresh={onRefresh}
      onConfirm={() => {
        if (!missing.check()) return;
        const items = typed.items.map(({ kind, key, reason }) => ({ kind, key, reason: reason.trim() }));
        void run(
          { params: { caseId: view.id }, body: { version: view.version, explanation: typed.explanation.trim(), items, days: typed.days } },
          (receipt) => {
            forget();
            onDone(receipt, text.done.supplement);
          },
        );
      }}
    >
      <Part label={words.materials}>
        <div className="choices">
          {materials.map((material, index) => (
            <Checkbox
              key={material.key}
              id={choiceId(index)}
              checked={chosen('material', material.key)}
              onChange={(event) => toggle({ kind: 'material', key: material.key, name: material.name, reason: '' }, event.target.checked)}
            >
              {material.name}
            </Checkbox>
          ))}
        </div>
      </Part>
      <Part label={words.fields} htmlFor="supplement-fields">
        <Select
          id="supplement-fields"
          mode="multiple"
          placeholder={words.pickFields}
          style={{ width: '100%' }}
          options={fields}
          optionFilterProp="label"
          value={typed.items.filter(({ kind }) => kind === 'field').map(({ key }) => key)}
          onChange={(keys: string[]) =>
            setItems([
              ...typed.items.filter((item) => item.kind !== 'field' || keys.includes(item.key)),
              ...keys
                .filter((key) => !chosen('field', key))
                .map((key): SupplementItem => ({ kind: 'field', key, name: fields.find(({ value }) => value === key)?.label ?? key, reason: '' })),
            ])
          }
        />
      </Part>
      <ItemList items={typed.items} missing={missing} onChange={setItems} />
      <Button
        icon={<PlusOutlined />}
        size="small"
        onClick={() => setItems([...typed.items, { kind: 'other', key: `other-${createKey()}`, name: words.otherName, reason: '' }])}
      >
        {words.other}
      </Button>
      <div className="part">
        {missing.of(choiceId(0)) ? <Lack text={missing.of(choiceId(0))} /> : typed.items.length === 0 ? <p className="faint small">{words.need}</p> : null}
      </div>
      <Writing
        id="supplement-explanation"
        label={words.explanation}
        value={typed.explanation}
        rows={2}
        lack={missing.of('supplement-explanation')}
        onChange={(explanation) => change({ explanation })}
      />
      <Part label={words.days} htmlFor="supplement-days">
        <InputNumber
          id="supplement-days"
          min={1}
          max={60}
          value={typed.days}
          onChange={(days) => change({ days: days ?? 15 })}
          suffix={words.daysUnit}
          style={{ width: 160 }}
        />
      </Part>
    </ActionDrawer>
  );
}

function ItemList({ items, missing, onChange }: { items: readonly SupplementItem[]; missing: Missing; onChange: (items: SupplementItem[]) => void }) {
  const write = (index: number, reason: string) => onChange(items.map((item, at) => (at === index ? { ...item, reason } : item)));
  return (
    <ul className="supplement-items">
      {items.map((item, index) => (
        <li key={`${item.kind}/${item.key}`}>
          <p>
            <strong>{item.name}</strong>
            <PhraseButton phrases={text.phrases.supplement} onPick={(phrase) => write(index, withPhrase(item.reason, phrase))} />
            <Button
              size="small"
              type="text"
              icon={<DeleteOutlined />}
              aria-label={item.name}
              onClick={() => onChange(items.filter((_item, at) => at !== index))}
            />
          </p>
          <Input.TextArea
            id={reasonId(index)}
            autoSize={{ minRows: 1, maxRows: 5 }}
            maxLength={500}
            placeholder={words.reason}
            aria-label={`${item.name}：${words.reason}`}
            value={item.reason}
            onChange={(event) => write(index, event.target.value)}
          />
          <Lack text={missing.of(reasonId(index))} />
        </li>
      ))}
    </ul>
  );
}

function useFieldOptions(caseId: string): { value: string; label: string }[] {
  const definition = useApplication(caseId, undefined).data?.definition;
  return useMemo(
    () => (definition ? listFields(definitionOf(definition)).map((field) => ({ value: field.id, label: field.label })) : []),
    [definition],
  );
}
