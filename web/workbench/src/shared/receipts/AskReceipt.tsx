import { useQueryClient } from '@tanstack/react-query';
import { getCase } from '@tongban/server/src/modules/cases/contract.ts';
import { declineNotices, signNotices, type ReceiptsView } from '@tongban/server/src/modules/collection/contract.ts';
import { App, Button, Checkbox, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { SignaturePad } from '../devices/SignaturePad.tsx';
import { useSignedAction } from '../devices/use-signed-action.ts';
import { useMissing } from '../form/use-missing.ts';
import { useShortcut } from '../keyboard/shortcuts.ts';
import { ProblemAlert } from '../problem/ProblemAlert.tsx';
import { useAction } from '../use-action.ts';
import { text } from './text.ts';
import { receiptsKey, unsigned } from './use-receipts.ts';
import './receipts.css';

const words = text.dialog;

/** Asks who stands at the counter to sign for papers of a case; nothing where none is left, or the reader may not. */
export function AskReceipt({ view, size }: { view: ReceiptsView; size?: 'small' }) {
  const [open, setOpen] = useState(false);
  const offered = view.may && unsigned(view).length > 0;
  useShortcut({ keys: ['Alt+K'], label: text.ask, scope: 'here', whileTyping: true }, offered && !open ? () => setOpen(true) : undefined);
  if (!offered) return null;
  return (
    <>
      <Button {...(size ? { size } : {})} onClick={() => setOpen(true)}>{text.ask} <kbd>Alt+K</kbd></Button>
      {open ? <ReceiptDialog view={view} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

type Outcome = 'signed' | 'declined';

function ReceiptDialog({ view, onClose }: { view: ReceiptsView; onClose: () => void }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const [outcome, setOutcome] = useState<Outcome>('signed');
  const papers = unsigned(view).filter(({ receipts }) => outcome === 'signed' || receipts.length === 0);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [kind, setKind] = useState(view.signers[0]?.kind ?? 'applicant');
  const [picture, setPicture] = useState<Blob>();
  const [said, setSaid] = useState({ reason: '', witness: '' });
  const signing = useSignedAction(signNotices);
  const declining = useAction(declineNotices);
  const chosen = papers.map(({ noticeId }) => noticeId).filter((id) => !left.includes(id));
  const signer = view.signers.find((one) => one.kind === kind);
  const missing = useMissing({
    'receipt-papers': chosen.length === 0 && words.missing.papers,
    'receipt-sign': outcome === 'signed' && picture === undefined && words.missing.sign,
    'receipt-reason': outcome === 'declined' && said.reason.trim().length < 2 && words.missing.reason,
  });
  const done = () => {
    void message.success(words.done[outcome]);
    void client.invalidateQueries({ queryKey: receiptsKey(view.caseId) });
    void client.invalidateQueries({ queryKey: [getCase.id, view.caseId] });
    onClose();
  };
  const send = () => {
    if (!missing.check()) return;
    const [params, about] = [{ caseId: view.caseId }, { noticeIds: chosen, signer: kind }];
    const witness = said.witness.trim();
    if (outcome === 'declined') void declining.run({ params, body: { ...about, reason: said.reason.trim(), ...(witness === '' ? {} : { witness }) } }, done);
    else if (picture) void signing.run(picture, words.file, (signatureFileId) => ({ params, body: { ...about, signatureFileId } }), done);
  };
  const choose = (next: Outcome) => { setOutcome(next); setPicture(undefined); signing.clear(); declining.clear(); };
  return (
    <Modal open title={text.title} width={640} okText={words.press[outcome]} cancelText={words.cancel} confirmLoading={signing.busy || declining.busy} mask={{ closable: false }} destroyOnHidden onOk={send} onCancel={onClose}>
      <ProblemAlert problem={signing.problem ?? declining.problem} />
      <Form layout="vertical" component="div" requiredMark={false}>
        <Form.Item label={words.way}>
          <Radio.Group aria-label={words.way} value={outcome} options={(['signed', 'declined'] as const).map((value) => ({ value, label: words.ways[value] }))} onChange={(event) => choose(event.target.value as Outcome)} />
        </Form.Item>
        <Form.Item label={words.papers} {...missing.item('receipt-papers')}>
          <Checkbox.Group className="receipts__choices" value={chosen} options={papers.map(({ noticeId, title, documentNumber }) => ({ value: noticeId, label: <>{title}　<span className="faint number">{documentNumber}</span></> }))}
            onChange={(kept) => setLeft(papers.map(({ noticeId }) => noticeId).filter((id) => !kept.includes(id)))} />
        </Form.Item>
        <Form.Item label={words.signer} extra={words.signerHint}>
          <Radio.Group aria-label={words.signer} value={kind} options={view.signers.map((one) => ({ value: one.kind, label: text.who(one.name, one.role) }))} onChange={(event) => { setKind(event.target.value as typeof kind); setPicture(undefined); }} />
        </Form.Item>
        {outcome === 'signed' ? (
          <Form.Item {...missing.item('receipt-sign')}><SignaturePad key={kind} lead={words.lead(signer?.name ?? '')} onChange={setPicture} /></Form.Item>
        ) : (
          <>
            <Form.Item label={words.reason} htmlFor="receipt-reason" {...missing.item('receipt-reason')}><Input.TextArea id="receipt-reason" autoFocus rows={2} maxLength={300} placeholder={words.reasonHint} value={said.reason} onChange={(event) => setSaid({ ...said, reason: event.target.value })} /></Form.Item>
            <Form.Item label={words.witness} htmlFor="receipt-witness"><Input id="receipt-witness" maxLength={100} autoComplete="off" placeholder={words.witnessHint} value={said.witness} onChange={(event) => setSaid({ ...said, witness: event.target.value })} /></Form.Item>
          </>
        )}
      </Form>
    </Modal>
  );
}
