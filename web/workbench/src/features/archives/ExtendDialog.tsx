import { extendArchive, type ArchiveView } from '@tongban/server/src/modules/archives/contract.ts';
import { App, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useMissing } from '../../shared/form/use-missing.ts';
import { formatDate } from '../../shared/format/dates.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const words = text.extend;
const choices = ['10', '30', 'permanent'] as const;

/** 到期鉴定: for how much longer an archive is kept. */
export function ExtendDialog({ archive, onClose, onSaved }: { archive: ArchiveView; onClose: () => void; onSaved: (saved: ArchiveView) => void }) {
  const { message } = App.useApp();
  const { run, busy, problem } = useAction(extendArchive);
  const [years, setYears] = useState<(typeof choices)[number]>('10');
  const [reason, setReason] = useState('');
  const missing = useMissing({ 'archive-appraisal': reason.trim().length < 2 && sharedText.missing.write(words.reason) });
  const send = () => {
    if (!missing.check()) return;
    void run({ params: { archiveId: archive.id }, body: { version: archive.version, years: years === 'permanent' ? null : Number(years), reason: reason.trim() } }, (saved) => {
      void message.success(words.done);
      onSaved(saved);
    });
  };
  return (
    <Modal open title={words.title} okText={words.confirm} cancelText={text.close} width={480} confirmLoading={busy} onCancel={onClose} onOk={send}>
      <ProblemAlert problem={problem} />
      <p className="muted">{words.lead(formatDate(archive.expiresOn ?? ''))}</p>
      <Form layout="vertical">
        <Form.Item label={words.years}>
          <Radio.Group value={years} options={choices.map((one) => ({ value: one, label: words.options[one] }))} onChange={({ target }) => setYears(target.value as (typeof choices)[number])} />
        </Form.Item>
        <Form.Item label={words.reason} htmlFor="archive-appraisal" {...missing.item('archive-appraisal')}>
          <Input.TextArea id="archive-appraisal" rows={3} maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
