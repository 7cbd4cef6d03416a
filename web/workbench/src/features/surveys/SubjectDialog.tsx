import { addSubject } from '@tongban/server/src/modules/surveys/contract.ts';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { OrganizationPicker } from '../../shared/OrganizationPicker.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useAction } from '../../shared/use-action.ts';
import { refreshBoard } from './refresh.ts';
import { text } from './text.ts';

const words = text.board;

/** Adds an automatic approval to what is combed; bundles come by themselves. */
export function SubjectDialog({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [department, setDepartment] = useState<{ id: string; name: string }>();
  const { message } = App.useApp();
  const { run, busy, problem } = useAction(addSubject);
  const missing = useMissing({
    'subject-name': name.trim().length < 2 && sharedText.missing.atLeast(words.name, 2), 'subject-department': !department && sharedText.missing.choose(words.department),
  });
  const send = () => {
    if (!missing.check() || !department) return;
    void run({ body: { kind: 'automatic', name: name.trim(), organizationId: department.id } }, () => { void message.success(words.added); refreshBoard(); onClose(); });
  };
  return (
    <Modal open title={words.addSubject} okText={text.confirm} cancelText={text.cancel} confirmLoading={busy} onOk={send} onCancel={onClose}>
      <ProblemAlert problem={problem} />
      <div className="survey__form">
        <label htmlFor="subject-name">{words.name}</label>
        <div><Input id="subject-name" value={name} maxLength={200} onChange={(event) => setName(event.target.value)} /><Lack text={missing.of('subject-name')} /></div>
        <label htmlFor="subject-department">{words.department}</label>
        <div><OrganizationPicker id="subject-department" value={department?.id} name={department?.name} onChange={setDepartment} /><Lack text={missing.of('subject-department')} /></div>
      </div>
    </Modal>
  );
}
