import { useQueryClient } from '@tanstack/react-query';
import type { CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { getShipment, noteReturn, postResult } from '@tongban/server/src/modules/collection/contract.ts';
import { App, Button, Checkbox, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useMissing } from '../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const { again: words, back } = text.mail;
const nothing = { recipient: '', mobile: '', address: '', trackingNumber: '' };

/** Puts down anew what the mail has brought back, to another address if the applicant says so; by hand where no service is connected. */
export function PostAgain({ view, connected, addressed }: { view: CaseView; connected: boolean; addressed: boolean }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const { run, busy, problem } = useAction(postResult);
  const [typed, setTyped] = useState(nothing);
  const [corrects, setCorrects] = useState(false);
  const other = corrects || !addressed;
  const lacks = (value: string, label: string) => value.trim() === '' && sharedText.missing.write(label);
  const missing = useMissing({
    'again-recipient': other && lacks(typed.recipient, words.recipient), 'again-mobile': other && lacks(typed.mobile, words.mobile), 'again-address': other && lacks(typed.address, words.address),
    'again-tracking': !connected && lacks(typed.trackingNumber, words.tracking),
  });
  const field = (id: keyof typeof nothing, maxLength: number) => ({ maxLength, autoComplete: 'off', value: typed[id], onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [id]: event.target.value }) });
  const send = () => {
    if (!missing.check()) return;
    const postalAddress = { recipient: typed.recipient.trim(), mobile: typed.mobile.trim(), address: typed.address.trim() };
    void run({ params: { caseId: view.id }, body: { ...(other ? { postalAddress } : {}), ...(connected ? {} : { trackingNumber: typed.trackingNumber.trim() }) } }, (answer) => {
      void message.success(words.posted);
      client.setQueryData([getShipment.id, view.id], answer);
    });
  };
  return (
    <Form layout="vertical" component="div" requiredMark={false}>
      <h3 className="hand-out__earlier">{words.title}</h3>
      <p className="muted hand-out__lead">{connected ? '' : words.byHand}{addressed ? words.lead : words.noAddress}</p>
      <ProblemAlert problem={problem} />
      {addressed ? <p className="hand-out__lead"><Checkbox checked={corrects} onChange={(event) => setCorrects(event.target.checked)}>{words.other}</Checkbox></p> : null}
      {other ? (
        <>
          <div className="hand-out__row">
            <Form.Item label={words.recipient} htmlFor="again-recipient" {...missing.item('again-recipient')}><Input id="again-recipient" {...field('recipient', 100)} /></Form.Item>
            <Form.Item label={words.mobile} htmlFor="again-mobile" {...missing.item('again-mobile')}><Input id="again-mobile" inputMode="tel" {...field('mobile', 30)} /></Form.Item>
          </div>
          <Form.Item label={words.address} htmlFor="again-address" {...missing.item('again-address')}><Input id="again-address" {...field('address', 300)} /></Form.Item>
        </>
      ) : null}
      {connected ? null : <Form.Item label={words.tracking} htmlFor="again-tracking" {...missing.item('again-tracking')}><Input id="again-tracking" style={{ maxWidth: '20rem' }} {...field('trackingNumber', 60)} /></Form.Item>}
      <Button type="primary" loading={busy} onClick={send}>{words.press}</Button>
    </Form>
  );
}

/** Says that a posted result has come back to the window, and why. */
export function NoteReturn({ caseId, onDone }: { caseId: string; onDone: () => void }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const { run, busy, problem } = useAction(noteReturn);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const missing = useMissing({ 'return-reason': reason.trim().length < 2 && sharedText.missing.write(back.reason) });
  const send = () => {
    if (!missing.check()) return;
    void run({ params: { caseId }, body: { reason: reason.trim() } }, () => {
      void message.success(back.done);
      setOpen(false);
      void client.invalidateQueries({ queryKey: [getShipment.id, caseId] });
      onDone();
    });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{back.open}</Button>
      <Modal open={open} title={back.title} okText={back.press} cancelText={sharedText.confirm.cancel} confirmLoading={busy} width={480} destroyOnHidden onOk={send} onCancel={() => setOpen(false)}>
        <p className="muted hand-out__lead">{back.lead}</p>
        <ProblemAlert problem={problem} />
        <Form layout="vertical" component="div" requiredMark={false}>
          <Form.Item label={back.reason} htmlFor="return-reason" {...missing.item('return-reason')}>
            <Input.TextArea id="return-reason" rows={2} maxLength={200} placeholder={back.placeholder} value={reason} onChange={(event) => setReason(event.target.value)} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
