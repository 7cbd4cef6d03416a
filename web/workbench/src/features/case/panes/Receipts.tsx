import { downloadCaseFile, type CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import type { ReceiptsView } from '@tongban/server/src/modules/collection/contract.ts';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { formatDateTime } from '../../../shared/format/dates.ts';
import { AskReceipt } from '../../../shared/receipts/AskReceipt.tsx';
import { text } from '../../../shared/receipts/text.ts';
import { useReceipts } from '../../../shared/receipts/use-receipts.ts';

type Receipt = ReceiptsView['papers'][number]['receipts'][number];

/** Which papers of the case were signed for at the counter, by whom and when; a signature is read, and its reading recorded, when somebody asks (INT-08). */
export function Receipts({ view }: { view: CaseView }) {
  const receipts = useReceipts(view);
  const [shown, setShown] = useState<Receipt>();
  if (!receipts || (!receipts.may && receipts.papers.every((paper) => paper.receipts.length === 0))) return null;
  return (
    <section className="receipts" aria-label={text.title}>
      <p className="receipts__head"><strong>{text.title}</strong><AskReceipt view={receipts} size="small" /></p>
      {receipts.papers.map((paper) => (
        <div key={paper.noticeId}>
          <p className="receipts__paper"><span>{paper.title}</span><StateTag receipts={paper.receipts} /></p>
          {paper.receipts.map((one) => (
            <p key={one.outcome} className="small muted">
              {text.who(one.name, one.role)}　{formatDateTime(one.at)}　{one.place}
              {one.reason === null ? null : `　${text.reason(one.reason)}`}{one.witness === null ? null : `　${text.witness(one.witness)}`}
              {one.signatureFileId === null ? null : <>　<Button type="link" size="small" onClick={() => setShown(one)}>{text.look}</Button></>}
            </p>
          ))}
        </div>
      ))}
      <Modal open={shown !== undefined} title={text.signature(shown?.name ?? '')} footer={null} width={480} destroyOnHidden onCancel={() => setShown(undefined)}>
        {shown?.signatureFileId ? <img className="receipts__signature" src={api.url(downloadCaseFile, { params: { caseId: view.id, fileId: shown.signatureFileId } })} alt={text.signature(shown.name)} /> : null}
      </Modal>
    </section>
  );
}

function StateTag({ receipts }: { receipts: readonly Receipt[] }) {
  const last = receipts.at(-1);
  if (!last) return <Tag tone="neutral">{text.waiting}</Tag>;
  return <Tag tone={last.outcome === 'signed' ? 'done' : 'warning'}>{text[last.outcome]}</Tag>;
}
