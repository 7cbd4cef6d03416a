import { AutoComplete, Form, Modal } from 'antd';
import { useState } from 'react';
import { useMissing } from './form/use-missing.ts';
import { text } from './text.ts';

interface PurposeDialogProps {
  open: boolean;
  onClose: () => void;
  onConfirm: (purpose: string) => void;
}

/** Asks what full personal data is needed for; the answer is recorded with the reading. */
export function PurposeDialog({ open, onClose, onConfirm }: PurposeDialogProps) {
  const [purpose, setPurpose] = useState('');
  const given = purpose.trim();
  const missing = useMissing({ purpose: given.length < 2 && text.missing.write(text.purpose.label) });
  return (
    <Modal
      open={open}
      title={text.purpose.title}
      okText={text.purpose.confirm}
      cancelText={text.confirm.cancel}
      width={440}
      onCancel={onClose}
      onOk={() => { if (missing.check()) onConfirm(given); }}
      destroyOnHidden
    >
      <p className="muted" style={{ marginBottom: '0.75rem' }}>
        {text.purpose.lead}
      </p>
      <Form layout="vertical">
        <Form.Item label={text.purpose.label} htmlFor="purpose" {...missing.item('purpose')} style={{ marginBottom: 0 }}>
          <AutoComplete
            id="purpose"
            autoFocus
            value={purpose}
            onChange={setPurpose}
            maxLength={100}
            options={text.purpose.options.map((value) => ({ value }))}
            showSearch={{ filterOption: (typed, option) => option?.value.includes(typed.trim()) ?? false }}
            style={{ width: '100%' }}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
