import type { CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { correctReading, type CaseReadings, type FileReading } from '@tongban/server/src/modules/recognition/contract.ts';
import { App, Checkbox, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';

const words = text.recognition;

/** What an officer says instead of what was read: the kind, and values by field; a field left alone stays as it was read. */
export function CorrectDialog({ view, readings, reading, onClose, onDone }: { view: CaseView; readings: CaseReadings; reading: FileReading; onClose: () => void; onDone: () => void }) {
  const { message } = App.useApp();
  const [typeCode, setTypeCode] = useState(reading.type?.code ?? '');
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [absent, setAbsent] = useState<ReadonlySet<string>>(new Set());
  const action = useAction(correctReading);
  const same = typeCode === (reading.type?.code ?? '');
  const send = () => {
    const fields = same ? reading.fields.flatMap(({ key }) => (absent.has(key) ? [{ key, value: '' }] : values[key]?.trim() ? [{ key, value: values[key].trim() }] : [])) : [];
    void action.run({ params: { caseId: view.id, fileId: reading.fileId }, body: { revision: reading.revision, typeCode: typeCode === '' ? null : typeCode, fields } }, () => {
      void message.success(words.correctDone);
      onDone();
    });
  };
  return (
    <Modal open title={words.correctTitle} okText={words.correctOk} cancelText={text.cancel} confirmLoading={action.busy} width={560} onCancel={onClose} onOk={send}>
      <p className="muted">{words.correctLead}</p>
      <ProblemAlert problem={action.problem} onRefresh={onDone} />
      <Form layout="vertical">
        <Form.Item label={words.correctType} htmlFor="correct-type">
          <Select id="correct-type" value={typeCode} options={[...readings.types.map(({ code, name }) => ({ value: code, label: name })), { value: '', label: words.otherType }]} onChange={setTypeCode} />
        </Form.Item>
        {same ? reading.fields.map(({ key, label, value }) => (
          <Form.Item key={key} label={label} htmlFor={`correct-${key}`}>
            <Input
              id={`correct-${key}`} maxLength={300} disabled={absent.has(key)} value={values[key] ?? ''} placeholder={value ?? words.notFound} onChange={({ target }) => setValues((before) => ({ ...before, [key]: target.value }))}
              addonAfter={<Checkbox checked={absent.has(key)} onChange={({ target }) => setAbsent((before) => new Set(target.checked ? [...before, key] : [...before].filter((one) => one !== key)))}>{words.absent}</Checkbox>}
            />
          </Form.Item>
        )) : <p className="muted small">{words.otherFields}</p>}
      </Form>
    </Modal>
  );
}
