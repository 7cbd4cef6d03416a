import { checkIdentityDocument, checkUnifiedSocialCreditCode, IDENTITY_DOCUMENT_TYPES } from '@tongban/identifiers';
import { findCasesByDocument, mostOfDocument } from '@tongban/server/src/modules/cases/contract.ts';
import type { ResponseOf } from '@tongban/contract-kit';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { StatusTag, Tag } from '../../shared/case/tags.tsx';
import { ReadCard } from '../../shared/devices/ReadCard.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { formatMoment, today } from '../../shared/format/dates.ts';
import { links } from '../../shared/links.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';
import './case-search.css';

const words = text.document;
const residentIdentity = '111';
const creditCode = '001';
const types = [...Object.entries(IDENTITY_DOCUMENT_TYPES), [creditCode, words.creditCode] as const].map(([value, label]) => ({ value, label }));

/** Why a number cannot be looked up. */
function faultOf({ documentType, documentNumber }: { documentType: string; documentNumber: string }): string | undefined {
  if (documentNumber.trim() === '') return sharedText.missing.write(words.number);
  const checked = documentType === creditCode ? checkUnifiedSocialCreditCode(documentNumber) : checkIdentityDocument(documentType, documentNumber, today());
  return checked.ok ? undefined : checked.message;
}

/** Finds the cases of whoever holds a document, as applicant or as agent: the number is typed or read here, never kept in the address (INT-07, IDN-03). */
export function DocumentSearch({ number, onClose }: { /** What was typed where words are searched for. */ number: string; onClose: () => void }) {
  const [typed, setTyped] = useState({ documentType: number.length === 18 && /[A-Z]/i.test(number.slice(0, 17)) ? creditCode : residentIdentity, documentNumber: number });
  const [found, setFound] = useState<ResponseOf<typeof findCasesByDocument>>();
  const { run, busy, problem } = useAction(findCasesByDocument);
  const missing = useMissing({ 'document-search-number': faultOf(typed) });
  const change = (next: Partial<typeof typed>) => { setTyped({ ...typed, ...next }); setFound(undefined); };
  const look = (document: typeof typed) => { void run({ body: { ...document, documentNumber: document.documentNumber.trim() } }, setFound); };
  const send = () => { if (missing.check()) look(typed); };
  return (
    <Modal open title={words.title} footer={null} width={720} destroyOnHidden onCancel={onClose}>
      <Form layout="vertical" component="div" requiredMark={false}>
        <p className="muted">{words.lead}</p>
        <ReadCard onCard={(card) => { const read = { documentType: residentIdentity, documentNumber: card.number }; setTyped(read); look(read); }} />
        <ProblemAlert problem={problem} />
        <div className="document-search__row">
          <Form.Item label={words.type} htmlFor="document-search-type"><Select id="document-search-type" value={typed.documentType} options={types} onChange={(documentType) => change({ documentType })} /></Form.Item>
          <Form.Item label={words.number} htmlFor="document-search-number" {...missing.item('document-search-number')}><Input id="document-search-number" autoFocus maxLength={40} autoComplete="off" value={typed.documentNumber} onChange={(event) => change({ documentNumber: event.target.value })} onPressEnter={send} /></Form.Item>
          <Button type="primary" loading={busy} onClick={send}>{words.find}</Button>
        </div>
      </Form>
      {found ? (
        <div role="status">
          <p className="muted small">{found.items.length === 0 ? words.none : found.more ? words.more(mostOfDocument) : words.count(found.items.length)}</p>
          <ul className="document-search__cases">
            {found.items.map((one) => (
              <li key={one.id}>
                <Link to={links.case(one.id)} className="number">{one.number}</Link><StatusTag status={one.status} /><Tag tone={one.part === 'agent' ? 'todo' : 'neutral'}>{words.parts[one.part]}</Tag>
                <span>{one.itemName}</span>
                <span className="muted small">{one.applicantName}{one.agentName ? `（${text.byAgent(one.agentName)}）` : ''}　{formatMoment(one.submittedAt)}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </Modal>
  );
}
