import { useQuery } from '@tanstack/react-query';
import { copyForm, listStaffItems, type StaffForm } from '@tongban/server/src/modules/catalog/contract.ts';
import { App, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../shared/api.ts';
import { pickerSearch, usePickerWords } from '../../shared/form/picker-search.ts';
import { useMissing } from '../../shared/form/use-missing.ts';
import { links } from '../../shared/links.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const words = text.forms;

/** Begins a form of another item's draft with this one (FRM-04). */
export function StartFromDialog({ form, onClose }: { form: StaffForm; onClose: () => void }) {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const typed = usePickerWords();
  const [versionId, setVersionId] = useState<string>();
  const [name, setName] = useState(form.formName);
  const { q } = typed;
  const drafts = useQuery({ queryKey: [listStaffItems.id, 'drafts', q], queryFn: () => api.call(listStaffItems, { query: { state: 'draft', limit: 30, ...(q ? { q } : {}) } }) });
  const action = useAction(copyForm);
  const missing = useMissing({ 'copy-target': versionId === undefined && words.targetMissing, 'copy-name': name.trim() === '' && words.nameMissing });
  const send = () => {
    if (!missing.check() || versionId === undefined) return;
    void action.run({ params: { versionId }, body: { fromVersionId: form.versionId, formKey: form.formKey, name: name.trim() } }, (done) => {
      void message.success(words.done);
      void navigate(links.formDesigner(done.versionId, done.formKey));
    });
  };
  return (
    <Modal open title={words.startTitle(form.formName)} okText={words.create} cancelText={text.cancel} confirmLoading={action.busy} width={560} onCancel={onClose} onOk={send}>
      <p className="muted">{words.startLead}</p>
      <ProblemAlert problem={action.problem} />
      <Form layout="vertical">
        <Form.Item label={words.target} htmlFor="copy-target" {...missing.item('copy-target')}>
          <Select
            id="copy-target" value={versionId ?? null} placeholder={words.targetSearch}
            {...pickerSearch(typed, drafts, { options: (drafts.data?.items ?? []).map((item) => ({ value: item.latestVersionId, label: `${item.name}　${item.department.name}` })), none: words.noDrafts })} onChange={(next: string) => setVersionId(next)}
          />
        </Form.Item>
        <Form.Item label={words.name} htmlFor="copy-name" {...missing.item('copy-name')}><Input id="copy-name" maxLength={100} value={name} onChange={({ target }) => setName(target.value)} /></Form.Item>
      </Form>
    </Modal>
  );
}
