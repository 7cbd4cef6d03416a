import type { DocumentDefinition } from '@tongban/server/src/modules/templates/contract.ts';
import { Button, Checkbox, Select } from 'antd';
import { insertAt, removeAt, setAt } from '../model/edit-content.ts';
import { text } from '../text.ts';
import { Cell, Labelled } from './BlockFields.tsx';
import { BlockList } from './BlockList.tsx';
import { useEditing } from './editing.ts';
import { MessageEditor } from './MessageEditor.tsx';
import { TemplateText } from './TemplateText.tsx';

const words = text.editor;

type Notice = Extract<DocumentDefinition, { kind: 'notice' }>;
type Certificate = Extract<DocumentDefinition, { kind: 'certificate' }>;

/** A template from top to bottom, as it will be read. */
export function ContentEditor() {
  const { content } = useEditing();
  switch (content.kind) {
    case 'notice': return <NoticeEditor notice={content} />;
    case 'certificate': return <CertificateEditor certificate={content} />;
    case 'message': return <MessageEditor message={content} />;
  }
}

function NoticeEditor({ notice }: { notice: Notice }) {
  return (
    <div className="template-content">
      <h2>{words.head}</h2>
      <HeadStyle notice={notice} />
      <Labelled label={words.title}><TemplateText path="title" label={words.title} /></Labelled>
      {notice.number === undefined ? null : <Labelled label={words.number}><TemplateText path="number" label={words.number} /></Labelled>}
      <h2>{words.body}</h2>
      <BlockList path="blocks" name={words.body} />
      {notice.signature === undefined ? null : <Signature />}
      <h2>{words.foot}</h2>
      <BlockList path="closing" name={words.foot} />
    </div>
  );
}

type Head = keyof typeof words.headStyles;

/** How the organisation stands at the top. */
function HeadStyle({ notice }: { notice: Notice }) {
  const { content, disabled, change } = useEditing();
  const head: Head = notice.letterhead !== undefined ? 'letterhead' : notice.organization !== undefined ? 'organization' : 'none';
  const choose = (next: Head) => {
    const name = notice.letterhead ?? notice.organization ?? '{{organization}}';
    const bare = setAt(setAt(content, 'letterhead', undefined), 'organization', undefined);
    change(next === 'none' ? bare : setAt(bare, next, name), 'head');
  };
  return (
    <>
      <Labelled label={words.headStyle}><Select disabled={disabled} value={head} aria-label={words.headStyle} style={{ width: 240 }} options={Object.entries(words.headStyles).map(([value, label]) => ({ value, label }))} onChange={choose} /></Labelled>
      {head === 'none' ? null : <Labelled label={words.letterhead}><TemplateText path={head} label={words.letterhead} /></Labelled>}
    </>
  );
}

function Signature() {
  return (
    <>
      <h2>{words.signature}</h2>
      <Labelled label={words.organization}><TemplateText path="signature.organization" label={`${words.signature}：${words.organization}`} /></Labelled>
      <Labelled label={words.date}><TemplateText path="signature.date" label={`${words.signature}：${words.date}`} /></Labelled>
    </>
  );
}

function CertificateEditor({ certificate }: { certificate: Certificate }) {
  const { content, disabled, change, set } = useEditing();
  return (
    <div className="template-content">
      <h2>{words.head}</h2>
      <Labelled label={words.title}><TemplateText path="title" label={words.title} /></Labelled>
      <Labelled label={words.subtitle}><TemplateText path="subtitle" label={words.subtitle} /></Labelled>
      <Labelled label={words.number}><TemplateText path="number" label={words.number} /></Labelled>
      <h2>{words.fields}</h2>
      <Checkbox checked={certificate.lines !== undefined} disabled={disabled} onChange={({ target }) => set('lines', target.checked ? 'face' : undefined)}>{words.lines}</Checkbox>
      {certificate.fields.map((cell, index) => (
        <div key={index} className="cell-row">
          <div className="cell-row__cells"><Cell path={`fields.${index}`} cell={cell} number={index + 1} /></div>
          {disabled ? null : <Button size="small" type="text" aria-label={`${words.remove}：${words.rowLabel(index + 1)}`} onClick={() => change(removeAt(content, 'fields', index), 'fields remove')}>{words.remove}</Button>}
        </div>
      ))}
      {disabled || certificate.fields.length >= 40 ? null : <Button size="small" type="link" onClick={() => change(insertAt(content, 'fields', certificate.fields.length, { label: '', text: '' }), 'fields add')}>{words.addRow}</Button>}
      <Labelled label={words.statement}><TemplateText path="statement" label={words.statement} /></Labelled>
      <Signature />
      <h2>{words.qr}</h2>
      <Labelled label={words.content}><TemplateText path="qr.content" label={words.content} /></Labelled>
      <Labelled label={words.caption}><TemplateText path="qr.caption" label={words.caption} /></Labelled>
      <Labelled label={words.footer}><TemplateText path="footer" label={words.footer} /></Labelled>
    </div>
  );
}
