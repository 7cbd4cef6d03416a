import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useMissing } from '../../shared/form/use-missing.ts';
import { text as sharedText } from '../../shared/text.ts';
import { text } from './text.ts';

const words = text.make;

/** Why a package is made again. */
export function ReasonDialog({ busy, onClose, onConfirm }: { busy: boolean; onClose: () => void; onConfirm: (reason: string) => void }) {
  const [reason, setReason] = useState('');
  const missing = useMissing({ 'archive-reason': reason.trim() === '' && sharedText.missing.write(words.reason) });
  return (
    <Modal open title={words.again} okText={words.confirm} cancelText={text.close} width={480} confirmLoading={busy} onCancel={onClose} onOk={() => { if (missing.check()) onConfirm(reason.trim()); }}>
      <p className="muted">{words.lead}</p>
      <Form layout="vertical">
        <Form.Item label={words.reason} htmlFor="archive-reason" {...missing.item('archive-reason')}>
          <Input id="archive-reason" autoFocus maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
