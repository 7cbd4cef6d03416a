import { actOnBatch, type Batch } from '@tongban/server/src/modules/custody/contract.ts';
import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useMissing } from '../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const words = text.batch;
const least = 5;

/** Takes back what nobody has signed for, with the reason. */
export function CallBackDialog({ batch, onClose, onDone }: { batch: Batch; onClose: () => void; onDone: () => void }) {
  const [reason, setReason] = useState('');
  const { run, busy, problem } = useAction(actOnBatch);
  const missing = useMissing({ 'custody-call-back': [...reason.trim()].length < least && sharedText.missing.atLeast(words.callBackReason, least) });
  const send = () => { if (missing.check()) void run({ params: { batchId: batch.id }, body: { action: 'call-back', version: batch.version, reason: reason.trim() } }, onDone); };
  return (
    <Modal open title={words.callBackTitle} okText={words.callBack} confirmLoading={busy} onOk={send} onCancel={onClose}>
      <ProblemAlert problem={problem} />
      <Form layout="vertical" component="div">
        <Form.Item label={words.callBackReason} htmlFor="custody-call-back" required {...missing.item('custody-call-back')}>
          <Input.TextArea id="custody-call-back" rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
