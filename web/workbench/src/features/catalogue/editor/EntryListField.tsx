import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, DownOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons';
import { identityOf, titleOf, type ElementName, type ItemElements, type Members } from '@tongban/server/src/modules/catalog/contract.ts';
import { Button } from 'antd';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { EntryList } from '../../../shared/items/entry-parts.ts';
import { text } from '../text.ts';
import { EntryForm, entryOf } from './EntryForm.tsx';
import { isWithin } from './jump.ts';
import { newKey } from './new-key.ts';
import { mostAt } from './schema-limits.ts';

const words = text.editing.entry;

interface EntryListFieldProps {
  name: ElementName;
  list: EntryList;
  elements: ItemElements;
  onChange: (entries: readonly unknown[], part: string) => void;
  disabled: boolean;
  /** What the checks say of a path such as `materials.plan.name`. */
  faultsAt: (path: string, deep: boolean) => ReactNode;
  /** Where the reader comes to mend something: the entry there is open. */
  at: string | undefined;
}

/** The entries of a list element: folded to their titles, opened one by one, moved, added and removed by keys too. */
export function EntryListField({ name, list, elements, onChange, disabled, faultsAt, at: pointed }: EntryListFieldProps) {
  const value = elements[name];
  const entries = Array.isArray(value) ? value.map(entryOf) : [];
  const [open, setOpen] = useState<ReadonlySet<number>>(() => new Set(entries.flatMap((entry, index) => (entries.length === 1 || isWithin(pointed, pathOf(name, entry, index)) ? [index] : []))));
  const box = useRef<HTMLDivElement>(null);
  const toggle = (at: number) => setOpen((before) => new Set(before.has(at) ? [...before].filter((one) => one !== at) : [...before, at]));
  const focus = (at: number) => requestAnimationFrame(() => box.current?.querySelectorAll<HTMLElement>('.entry__head')[at]?.querySelector<HTMLElement>('button')?.focus());

  function add(after: number): void {
    if (entries.length >= mostAt(name)) return;
    const entry = list.empty(newKey(name === 'materials' ? 'material' : 'entry', entries), elements);
    onChange([...entries.slice(0, after + 1), entry, ...entries.slice(after + 1)], `${name}.${after + 1}`);
    setOpen((before) => new Set([...[...before].map((one) => (one > after ? one + 1 : one)), after + 1]));
    requestAnimationFrame(() => box.current?.querySelectorAll('.entry')[after + 1]?.querySelector<HTMLElement>('input, textarea')?.focus());
  }
  function remove(at: number): void {
    onChange(entries.filter((_entry, index) => index !== at), `${name}.removed`);
    setOpen((before) => new Set([...before].filter((one) => one !== at).map((one) => (one > at ? one - 1 : one))));
    focus(Math.max(0, at - 1));
  }
  function move(at: number, step: -1 | 1): void {
    const to = at + step;
    const [moved, other] = [entries[at], entries[to]];
    if (!moved || !other) return;
    onChange(entries.map((entry, index) => (index === at ? other : index === to ? moved : entry)), `${name}.moved`);
    setOpen((before) => new Set([...before].map((one) => (one === at ? to : one === to ? at : one))));
    focus(to);
  }
  function onKeys(event: KeyboardEvent, at: number): void {
    if (!event.altKey || disabled) return;
    const act = { ArrowUp: () => move(at, -1), ArrowDown: () => move(at, 1), Enter: () => add(at), Delete: () => remove(at) }[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }
  const change = (at: number, entry: Members) => onChange(entries.map((one, index) => (index === at ? entry : one)), `${name}.${at}`);

  return (
    <div className="entries" ref={box}>
      {entries.length === 0 ? <p className="faint small">{words.none(list.entry)}</p> : null}
      {entries.map((entry, at) => {
        const shown = open.has(at);
        const title = [titleOf(entry).trim() || words.unnamed(list.entry, at + 1), roleOf(entry)].filter(Boolean).join(' · ');
        const path = pathOf(name, entry, at);
        return (
          <div key={'key' in entry ? String(entry['key']) : at} className={shown ? 'entry is-open' : 'entry'} data-path={path} onKeyDown={(event) => onKeys(event, at)}>
            <div className="entry__head">
              <button type="button" className="entry__title" aria-expanded={shown} onClick={() => toggle(at)} title={words.keys}>
                {shown ? <DownOutlined /> : <RightOutlined />}
                <span className="number faint">{at + 1}</span>
                <span>{title}</span>
              </button>
              {disabled ? null : (
                <span className="entry__tools">
                  <Button type="text" size="small" icon={<ArrowUpOutlined />} aria-label={`${words.up} ${title}`} disabled={at === 0} onClick={() => move(at, -1)} />
                  <Button type="text" size="small" icon={<ArrowDownOutlined />} aria-label={`${words.down} ${title}`} disabled={at === entries.length - 1} onClick={() => move(at, 1)} />
                  <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={`${words.remove} ${title}`} onClick={() => remove(at)} />
                </span>
              )}
            </div>
            {faultsAt(path, !shown)}
            {shown ? (
              <EntryForm
                element={name}
                entry={entry}
                parts={list.parts}
                disabled={disabled}
                prefix={`edit-${name}-${at}`}
                path={path}
                elements={elements}
                onChange={(next) => change(at, next)}
                faultsOf={(part) => faultsAt(`${path}.${part}`, true)}
              />
            ) : null}
          </div>
        );
      })}
      {disabled ? null : (
        <Button size="small" icon={<PlusOutlined />} disabled={entries.length >= mostAt(name)} onClick={() => add(entries.length - 1)}>
          {words.add(list.entry)}
        </Button>
      )}
    </div>
  );
}

/** Where an entry stands in the version, as findings name it: by its key, or by its place. */
function pathOf(name: string, entry: Members, at: number): string {
  return `${name}.${'key' in entry ? String(identityOf(entry)) : at}`;
}

/** A department stands in the list once for each part it has. */
function roleOf({ role }: Members): string {
  return Object.entries(text.roles).find(([name]) => name === role)?.[1] ?? '';
}
