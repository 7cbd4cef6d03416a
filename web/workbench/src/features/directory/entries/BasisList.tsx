import type { EntryElements } from '@tongban/server/src/modules/directory/entry.contract.ts';
import { Button, Input } from 'antd';
import { text } from '../text.ts';

const words = text.editor;
type Basis = EntryElements['legalBases'][number];

/** The legal bases of an entry, one box each. */
export function BasisList({ bases, onChange }: { bases: readonly Basis[]; onChange: (bases: Basis[]) => void }) {
  const change = (index: number, next: Partial<Basis>) => onChange(bases.map((basis, at) => (at === index ? { ...basis, ...next } : basis)));
  return (
    <section className="entry-form">
      <h2 className="section-title">{words.bases}</h2>
      {bases.map((basis, index) => (
        <div className="entry-form__basis" key={index}>
          <div className="entry-form__line">
            <Input aria-label={words.lawName} placeholder={words.lawName} maxLength={200} value={basis.lawName} onChange={(event) => change(index, { lawName: event.target.value })} />
            <Input aria-label={words.documentNumber} placeholder={words.documentNumber} maxLength={100} value={basis.documentNumber ?? ''} onChange={(event) => change(index, { documentNumber: event.target.value })} />
            <Input aria-label={words.clauseNumber} placeholder={words.clauseNumber} maxLength={60} value={basis.clauseNumber} onChange={(event) => change(index, { clauseNumber: event.target.value })} />
            <Button type="text" danger onClick={() => onChange(bases.filter((_basis, at) => at !== index))}>{words.remove}</Button>
          </div>
          <Input.TextArea aria-label={words.clauseContent} placeholder={words.clauseContent} autoSize={{ minRows: 2, maxRows: 10 }} value={basis.clauseContent} onChange={(event) => change(index, { clauseContent: event.target.value })} />
        </div>
      ))}
      <Button style={{ justifySelf: 'start' }} onClick={() => onChange([...bases, { lawName: '', clauseNumber: '', clauseContent: '' }])}>{words.addBasis}</Button>
    </section>
  );
}
