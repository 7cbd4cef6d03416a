import { createDocumentType } from '@tongban/server/src/modules/recognition/contract.ts';
import { App, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMissing } from '../../shared/form/use-missing.ts';
import { links } from '../../shared/links.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const words = text.type;

/** Begins a kind of material; its fields and template follow on its own page. */
export function AddTypeDialog({ onClose }: { onClose: () => void }) {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [materialNames, setMaterialNames] = useState<string[]>([]);
  const [marks, setMarks] = useState<string[]>([]);
  const action = useAction(createDocumentType);
  const missing = useMissing({
    'type-name': name.trim() === '' && words.nameLack, 'type-code': !/^[a-z][a-z0-9-]+$/.test(code.trim()) && text.codeLack,
    'type-materials': materialNames.length === 0 && words.materialNamesLack, 'type-marks': marks.length === 0 && words.marksLack,
  });
  const send = () => {
    if (!missing.check()) return;
    const content = { name: name.trim(), materialNames, marks, licenceTypes: [], typeThreshold: 0.6, fieldThreshold: 0.7, fields: [], sampleFileId: null };
    void action.run({ body: { code: code.trim(), content } }, (created) => {
      void message.success(text.created);
      void navigate(links.documentType(created.id));
    });
  };
  return (
    <Modal open title={text.addTitle} okText={text.create} cancelText={text.cancel} confirmLoading={action.busy} width={560} onCancel={onClose} onOk={send}>
      <ProblemAlert problem={action.problem} />
      <Form layout="vertical">
        <Form.Item label={words.name} htmlFor="type-name" {...missing.item('type-name')}><Input id="type-name" maxLength={60} value={name} onChange={({ target }) => setName(target.value)} autoFocus /></Form.Item>
        <Form.Item label={text.code} htmlFor="type-code" extra={text.codeHint} {...missing.item('type-code')}><Input id="type-code" maxLength={40} value={code} onChange={({ target }) => setCode(target.value)} /></Form.Item>
        <Form.Item label={words.materialNames} htmlFor="type-materials" extra={words.materialNamesHint} {...missing.item('type-materials')}><Select id="type-materials" mode="tags" open={false} suffixIcon={null} tokenSeparators={['、', '，', ',', ' ']} value={materialNames} onChange={setMaterialNames} /></Form.Item>
        <Form.Item label={words.marks} htmlFor="type-marks" extra={words.marksHint} {...missing.item('type-marks')}><Select id="type-marks" mode="tags" open={false} suffixIcon={null} tokenSeparators={['、', '，', ',', ' ']} value={marks} onChange={setMarks} /></Form.Item>
      </Form>
    </Modal>
  );
}
