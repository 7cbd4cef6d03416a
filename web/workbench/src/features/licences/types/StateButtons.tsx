import { useQueryClient } from '@tanstack/react-query';
import { changeLicenceTypeState, getLicenceType, type LicenceTypeView } from '@tongban/server/src/modules/licences/contract.ts';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../../shared/text.ts';
import { useTyped } from '../../../shared/typed/use-typed.ts';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';
import { refreshTypes } from './refresh.ts';

const words = text.types;

/** Takes a type out of use, or back. */
export function StateButtons({ type }: { type: LicenceTypeView }) {
  const [retiring, setRetiring] = useState(false);
  return (
    <>
      {type.abilities.retire ? <Button danger onClick={() => setRetiring(true)}>{words.retire.action}</Button> : null}
      {type.abilities.restore ? <RestoreButton type={type} /> : null}
      {retiring ? <RetireDialog type={type} onClose={() => setRetiring(false)} /> : null}
    </>
  );
}

function useStateChange(type: LicenceTypeView) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const action = useAction(changeLicenceTypeState);
  const refresh = () => { void client.invalidateQueries({ queryKey: [getLicenceType.id, type.code] }); };
  return {
    ...action, refresh,
    send: (change: { action: 'retire' | 'restore'; reason?: string }, told: string, done: () => void) => action.run({ params: { code: type.code }, body: { revision: type.revision, ...change } }, (saved) => {
      client.setQueryData([getLicenceType.id, type.code], saved);
      refreshTypes(client);
      void message.success(told);
      done();
    }),
  };
}

function RetireDialog({ type, onClose }: { type: LicenceTypeView; onClose: () => void }) {
  const { send, busy, problem, refresh } = useStateChange(type);
  const [reason, setReason, forget] = useTyped(`licence-type.retire.${type.code}`, '');
  const missing = useMissing({ 'retire-reason': reason.trim() === '' && sharedText.missing.write(words.retire.reason) });
  const using = type.givers.filter(({ published }) => published);
  const retire = () => {
    if (!missing.check()) return;
    void send({ action: 'retire', reason: reason.trim() }, words.retire.done, () => { forget(); onClose(); });
  };
  return (
    <Modal open title={words.retire.title} okText={words.retire.action} cancelText={words.retire.cancel} okButtonProps={{ danger: true }} confirmLoading={busy} onOk={retire} onCancel={onClose} width={560}>
      <p style={{ marginBottom: '0.75rem' }}>{words.retire.lead}</p>
      <ProblemAlert problem={problem} onRefresh={() => { refresh(); onClose(); }} />
      {using.length > 0 && !problem ? <><p>{words.retire.used(using.length)}</p><ul className="dots" style={{ marginBottom: '0.75rem' }}>{using.slice(0, 10).map(({ versionId, itemName, departmentName }) => <li key={versionId}>{itemName}（{departmentName}）</li>)}</ul></> : null}
      <Form layout="vertical" requiredMark={false} component="div">
        <Form.Item label={words.retire.reason} htmlFor="retire-reason" {...missing.item('retire-reason')} style={{ marginBottom: 0 }}>
          <Input.TextArea id="retire-reason" rows={3} maxLength={500} value={reason} placeholder={words.retire.reasonHint} onChange={({ target }) => setReason(target.value)} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function RestoreButton({ type }: { type: LicenceTypeView }) {
  const { modal } = App.useApp();
  const { send, busy, problem, refresh } = useStateChange(type);
  const ask = () => modal.confirm({
    title: words.restore.title, content: words.restore.lead, okText: words.restore.action, cancelText: words.retire.cancel,
    onOk: async () => { await send({ action: 'restore' }, words.restore.done, () => undefined); },
  });
  return (
    <>
      <Button loading={busy} onClick={ask}>{words.restore.action}</Button>
      {problem ? <div className="licence-type__problem"><ProblemAlert problem={problem} onRefresh={refresh} /></div> : null}
    </>
  );
}
