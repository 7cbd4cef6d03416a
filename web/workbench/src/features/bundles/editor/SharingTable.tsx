import { CommentOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Modal, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { Tag } from '../../../shared/case/tags.tsx';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { RemarkDialog } from '../../../shared/review/RemarkDialog.tsx';
import { Remarks } from '../../../shared/review/Remarks.tsx';
import type { Discussion } from '../../../shared/review/use-discussion.ts';
import { text as sharedText } from '../../../shared/text.ts';
import { text } from '../text.ts';

export interface PartRef { readonly item: string; readonly key: string }

/** One thing that is asked for once. */
export interface SharedRow {
  readonly id: string;
  readonly label: string;
  /** Only rows of one kind can be one. */
  readonly kind: string;
  readonly by: string;
  readonly merged: boolean;
  readonly note?: ReactNode;
  readonly sources: readonly PartRef[];
  /** Where a finding about it points. */
  readonly path?: string;
  /** Where a finding or a remark about one of its sources points. */
  readonly sourcePath: (source: PartRef) => string;
  /** What can be done with it besides merging it. */
  readonly actions?: ReactNode;
  /** Written under a source, e.g. the way to keep it apart. */
  readonly sourceAction?: (source: PartRef) => ReactNode;
  /** Merged by configuration already; its name is typed here. */
  readonly rename?: (label: string) => void;
}

interface SharingTableProps {
  rows: readonly SharedRow[];
  label: string;
  columns: { label: string; by: string; sources: string };
  words: { filter: Readonly<Record<Filter, string>>; search: string; merge: (count: number) => string; choose: (label: string) => string; mergeTitle: string; mergeLead: string; name: string; pickTwo: string; sameKind: string; twoItems: string };
  nameOf: (item: string) => string;
  partOf: (source: PartRef) => string;
  disabled: boolean;
  discussion: Discussion;
  onMerge: (label: string, sources: readonly PartRef[]) => void;
}

const pickId = (row: string): string => `sharing-${row}`;

type Filter = 'all' | 'merged' | 'alone';

/** What several items ask for, what only one does, and the way to make several one. */
export function SharingTable({ rows, label, columns, words, nameOf, partOf, disabled, discussion, onMerge }: SharingTableProps) {
  const [filter, setFilter] = useState<Filter>('all');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [naming, setNaming] = useState<string>();
  const shown = rows.filter((row) => (filter === 'all' || (filter === 'merged') === row.merged) && `${row.label}${row.sources.map(({ item }) => nameOf(item)).join()}`.includes(typed.trim()));
  const picked = rows.filter(({ id }) => chosen.has(id));
  const fault = faultOf(picked, words);
  const firstPick = pickId(shown.find(({ rename }) => rename === undefined)?.id ?? '');
  const choosing = useMissing({ [firstPick]: picked.length < 2 ? words.pickTwo : fault });
  const toggle = (id: string, on: boolean) => setChosen((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)));
  const missing = useMissing({ 'sharing-name': (naming ?? '').trim() === '' && sharedText.missing.write(words.name) });
  const merge = () => {
    if (!missing.check()) return;
    onMerge((naming ?? '').trim(), picked.flatMap(({ sources }) => sources));
    setNaming(undefined);
    setChosen(new Set());
  };
  return (
    <div className="bundle-sharing">
      <div className="bundle-line">
        <Segmented<Filter> size="small" value={filter} onChange={setFilter} options={(['all', 'merged', 'alone'] as const).map((one) => ({ value: one, label: words.filter[one] }))} />
        <Input size="small" style={{ width: '14rem' }} value={typed} maxLength={60} allowClear placeholder={words.search} aria-label={words.search} onChange={({ target }) => setTyped(target.value)} />
        {disabled ? null : <Button size="small" type="primary" onClick={() => { if (choosing.check()) setNaming(picked[0]?.label ?? ''); }}>{words.merge(picked.length)}</Button>}
        <Lack text={picked.length >= 2 ? fault : choosing.of(firstPick)} />
      </div>
      <table className="bundle-table" aria-label={label}>
        <thead><tr>{disabled ? null : <th className="is-tick" />}<th>{columns.label}</th><th className="is-by">{columns.by}</th><th>{columns.sources}</th></tr></thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.id} className={row.merged ? 'is-merged' : ''} data-path={row.path}>
              {disabled ? null : <td className="is-tick">{row.rename ? null : <Checkbox id={pickId(row.id)} aria-label={words.choose(row.label)} checked={chosen.has(row.id)} onChange={({ target }) => toggle(row.id, target.checked)} />}</td>}
              <td>
                {row.rename && !disabled ? <Input size="small" aria-label={words.name} value={row.label} maxLength={120} onChange={({ target }) => row.rename?.(target.value)} /> : row.label}
                {row.note ? <span className="faint small">　{row.note}</span> : null}
                {discussion.mayComment ? <RemarkButton row={row} discussion={discussion} /> : null}
                {row.sources.map((source) => <Remarks key={row.sourcePath(source)} discussion={discussion} path={row.sourcePath(source)} />)}
              </td>
              <td><Tag tone={row.merged ? 'done' : 'neutral'}>{row.by}</Tag> {row.actions}</td>
              <td>
                <ul>
                  {row.sources.map((source) => <li key={`${source.item} ${source.key}`} data-path={row.sourcePath(source)}><span>{nameOf(source.item)}</span> <span className="faint small">{partOf(source)}</span> {row.sourceAction?.(source)}</li>)}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Modal open={naming !== undefined} title={words.mergeTitle} okText={text.confirm} cancelText={text.cancel} onOk={merge} onCancel={() => setNaming(undefined)} width={480}>
        <div className="bundle-dialog">
          <p className="muted">{words.mergeLead}</p>
          <label htmlFor="sharing-name">{words.name}</label>
          <Input id="sharing-name" value={naming ?? ''} maxLength={120} onChange={({ target }) => setNaming(target.value)} onPressEnter={merge} />
          <Lack text={missing.of('sharing-name')} />
        </div>
      </Modal>
    </div>
  );
}

/** Lets a reviewer remark on this one field or material; the remark stands at its first source. */
function RemarkButton({ row, discussion }: { row: SharedRow; discussion: Discussion }) {
  const [asking, setAsking] = useState(false);
  const [first] = row.sources;
  if (!first) return null;
  const name = sharedText.comments.remarkOn(row.label);
  return (
    <>
      <Button type="text" size="small" icon={<CommentOutlined />} aria-label={name} title={name} onClick={() => setAsking(true)} />
      {asking ? <RemarkDialog discussion={discussion} path={row.sourcePath(first)} label={row.label} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

function faultOf(picked: readonly SharedRow[], words: SharingTableProps['words']): string | undefined {
  if (new Set(picked.map(({ kind }) => kind)).size > 1) return words.sameKind;
  const items = picked.flatMap(({ sources }) => sources.map(({ item }) => item));
  return new Set(items).size < items.length ? words.twoItems : undefined;
}
