import type { DocumentBlock, FieldCell, TableColumn } from '@tongban/server/src/modules/templates/contract.ts';
import { Button, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { insertAt, removeAt } from '../model/edit-content.ts';
import { text } from '../text.ts';
import { useEditing } from './editing.ts';
import { TemplateText } from './TemplateText.tsx';

const words = text.editor;

interface BlockFieldsProps {
  path: string;
  block: DocumentBlock;
  when: readonly string[];
  /** The blocks inside a condition. */
  inner: ReactNode;
  onEnter: ((before: string, after: string) => void) | undefined;
}

/** What a block is made of. */
export function BlockFields({ path, block, when, inner, onEnter }: BlockFieldsProps) {
  const { disabled, set } = useEditing();
  switch (block.type) {
    case 'paragraph': return <TemplateText path={`${path}.text`} label={words.types.paragraph} when={when} {...(onEnter ? { onEnter } : {})} />;
    case 'list': return (
      <>
        <div className="block-row"><ListSelect path={path} value={block.each} /><label>{words.numbering}<Select size="small" disabled={disabled} value={block.numbering} style={{ width: 120 }} options={Object.entries(words.numberings).map(([value, label]) => ({ value, label }))} onChange={(next: string) => set(`${path}.numbering`, next)} /></label></div>
        <TemplateText path={`${path}.text`} label={words.cellText} each={block.each} when={when} />
      </>
    );
    case 'table': return <Table path={path} block={block} when={when} />;
    case 'fields': return <Cells path={path} block={block} when={when} />;
    case 'qr': return (
      <>
        <Labelled label={words.content}><TemplateText path={`${path}.content`} label={words.content} when={when} /></Labelled>
        <Labelled label={words.caption}><TemplateText path={`${path}.caption`} label={words.caption} when={when} lines /></Labelled>
      </>
    );
    case 'space': return <label className="block-row">{words.lineCount}<InputNumber size="small" disabled={disabled} min={1} max={10} precision={0} value={block.lines} onChange={(next) => set(`${path}.lines`, next ?? 1)} /></label>;
    case 'when': return (
      <>
        <PresentSelect path={path} value={block.present} />
        {inner}
      </>
    );
  }
}

export function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return <div className="labelled"><span className="labelled__label">{label}</span>{children}</div>;
}

type Style = keyof typeof words.styles;
const styles: Readonly<Record<Style, object>> = { body: {}, flush: { indent: false }, center: { align: 'center' }, right: { align: 'right' }, heading: { bold: true, indent: false } };

function styleOf({ align, indent, bold }: Extract<DocumentBlock, { type: 'paragraph' }>): Style {
  if (bold === true) return 'heading';
  if (align === 'center' || align === 'right') return align;
  return indent === false ? 'flush' : 'body';
}

/** How a paragraph is set, by a name. */
export function ParagraphStyle({ path, block, name }: { path: string; block: Extract<DocumentBlock, { type: 'paragraph' }>; name: string }) {
  const { disabled, set } = useEditing();
  return <Select size="small" variant="borderless" disabled={disabled} aria-label={`${words.style}：${name}`} value={styleOf(block)} style={{ width: 100 }} options={Object.entries(words.styles).map(([value, label]) => ({ value, label }))} onChange={(next: Style) => set(path, { type: 'paragraph', text: block.text, ...styles[next] })} />;
}

function ListSelect({ path, value }: { path: string; value: string }) {
  const { disabled, vocabulary, set } = useEditing();
  return <label>{words.each}<Select size="small" disabled={disabled} value={value} style={{ width: 200 }} options={vocabulary.lists.map(({ path: one, label }) => ({ value: one, label }))} onChange={(next: string) => set(`${path}.each`, next)} /></label>;
}

/** What must be there: a field that may be absent, a list, or a group of fields such as the licence. */
function PresentSelect({ path, value }: { path: string; value: string }) {
  const { disabled, vocabulary: { fields, lists }, set } = useEditing();
  const optional = fields.filter((field) => field.optional);
  const groups = [...new Set(optional.flatMap((field) => (field.path.includes('.') && !field.path.startsWith('application.') ? [field.path.split('.')[0] ?? ''] : [])))];
  const options = [
    ...optional.map((field) => ({ value: field.path, label: field.label })), ...lists.filter((list) => list.optional).map((list) => ({ value: list.path, label: list.label })),
    ...groups.map((group) => ({ value: group, label: words.whenGroup(optional.filter((field) => field.path.startsWith(`${group}.`)).map(({ label }) => label).join('、')) })),
  ];
  return <label className="block-row">{words.present}<Select size="small" disabled={disabled} value={value} style={{ width: 260 }} showSearch={{ optionFilterProp: 'label' }} options={options} onChange={(next: string) => set(`${path}.present`, next)} /></label>;
}

function Table({ path, block, when }: { path: string; block: Extract<DocumentBlock, { type: 'table' }>; when: readonly string[] }) {
  const { content, disabled, change, set } = useEditing();
  const columns = `${path}.columns`;
  return (
    <>
      <div className="block-row"><ListSelect path={path} value={block.each} /></div>
      {block.columns.map(({ title, share, align = 'left' }: TableColumn, index) => (
        <div key={index} className="table-column">
          <Input size="small" disabled={disabled} value={title} maxLength={100} placeholder={words.columnTitle} aria-label={`${words.column(index + 1)}：${words.columnTitle}`} onChange={({ target }) => set(`${columns}.${index}.title`, target.value)} />
          <TemplateText path={`${columns}.${index}.text`} label={words.columnText(title)} each={block.each} when={when} />
          <InputNumber size="small" disabled={disabled} min={1} max={20} precision={0} value={share} prefix={words.share} style={{ width: 90 }} aria-label={`${words.column(index + 1)}：${words.share}`} onChange={(next) => set(`${columns}.${index}.share`, next ?? 1)} />
          <Select size="small" disabled={disabled} value={align} style={{ width: 60 }} aria-label={`${words.column(index + 1)}：${words.align}`} options={Object.entries(words.aligns).map(([value, label]) => ({ value, label }))} onChange={(next: string) => set(`${columns}.${index}.align`, next)} />
          {disabled || block.columns.length === 1 ? null : <Button size="small" type="text" aria-label={`${words.remove}：${words.column(index + 1)}`} onClick={() => change(removeAt(content, columns, index), `${columns} remove`)}>{words.remove}</Button>}
        </div>
      ))}
      {disabled || block.columns.length >= 8 ? null : <Button size="small" type="link" onClick={() => change(insertAt(content, columns, block.columns.length, { title: '', share: 2, text: '' }), `${columns} add`)}>{words.addColumn}</Button>}
    </>
  );
}

function Cells({ path, block, when }: { path: string; block: Extract<DocumentBlock, { type: 'fields' }>; when: readonly string[] }) {
  const { content, disabled, change, set } = useEditing();
  const rows = `${path}.rows`;
  return (
    <>
      {block.rows.map((row, index) => (
        <div key={index} className="cell-row">
          <div className="cell-row__cells">{row.map((cell, at) => <Cell key={at} path={`${rows}.${index}.${at}`} cell={cell} number={index + 1} when={when} />)}</div>
          {disabled ? null : (
            <span className="cell-row__tools">
              <Button size="small" type="text" onClick={() => set(`${rows}.${index}`, row.length === 1 ? [...row, { label: '', text: '' }] : row.slice(0, 1))}>{row.length === 1 ? words.split : words.join}</Button>
              {block.rows.length === 1 ? null : <Button size="small" type="text" aria-label={`${words.remove}：${words.rowLabel(index + 1)}`} onClick={() => change(removeAt(content, rows, index), `${rows} remove`)}>{words.remove}</Button>}
            </span>
          )}
        </div>
      ))}
      {disabled || block.rows.length >= 40 ? null : <Button size="small" type="link" onClick={() => change(insertAt(content, rows, block.rows.length, [{ label: '', text: '' }]), `${rows} add`)}>{words.addRow}</Button>}
    </>
  );
}

/** A label and what stands beside it. */
export function Cell({ path, cell, number, when = [] }: { path: string; cell: FieldCell; number: number; when?: readonly string[] }) {
  const { disabled, set } = useEditing();
  return (
    <div className="cell">
      <Input size="small" disabled={disabled} value={cell.label} maxLength={100} placeholder={words.label} aria-label={words.rowLabel(number)} onChange={({ target }) => set(`${path}.label`, target.value)} />
      <TemplateText path={`${path}.text`} label={words.rowText(cell.label)} when={when} />
    </div>
  );
}
