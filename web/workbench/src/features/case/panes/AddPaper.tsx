import { useQueryClient } from '@tanstack/react-query';
import type { CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { addPaper, getEnvelopeOfCase } from '@tongban/server/src/modules/custody/contract.ts';
import { App, Button, Checkbox, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';

const words = text.paper.add;

/** Takes paper that has come in since the case was accepted (INT-12). */
export function AddPaper({ view }: { view: CaseView }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const { run, busy, problem, clear } = useAction(addPaper);
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string[]>([]);
  const [other, setOther] = useState('');
  const names = [...chosen, ...(other.trim() === '' ? [] : [other.trim()])];
  const missing = useMissing({ 'paper-which': names.length === 0 && words.missing });
  const close = () => { clear(); setOpen(false); setChosen([]); setOther(''); };
  const send = () => {
    if (!missing.check()) return;
    void run({ params: { caseId: view.id }, body: { names } }, (answer) => {
      client.setQueryData([getEnvelopeOfCase.id, view.id, view.version], answer);
      void message.success(words.done);
      close();
    });
  };
  const listed = [...new Set(view.materials.filter(({ superseded }) => !superseded).map(({ name }) => name))];
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>{words.open}</Button>
      <Modal open={open} title={words.open} okText={words.press} cancelText={words.cancel} confirmLoading={busy} width={520} destroyOnHidden onOk={send} onCancel={close}>
        <p className="muted" style={{ marginBottom: '0.75rem' }}>{words.lead}</p>
        <ProblemAlert problem={problem} />
        <Form layout="vertical" component="div" requiredMark={false}>
          <Form.Item label={words.which} {...missing.item('paper-which')}>
            <Checkbox.Group className="case-paper__choices" value={chosen} options={listed.map((name) => ({ value: name, label: name }))} onChange={setChosen} />
          </Form.Item>
          <Form.Item label={words.other} htmlFor="paper-which">
            <Input id="paper-which" maxLength={200} autoComplete="off" placeholder={words.placeholder} value={other} onChange={(event) => setOther(event.target.value)} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
