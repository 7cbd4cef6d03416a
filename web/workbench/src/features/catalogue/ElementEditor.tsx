import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { editDraft, type ItemElements, type ItemVersion } from '@tongban/server/src/modules/catalog/contract.ts';
import { Button, Drawer, Form, Input, InputNumber } from 'antd';
import { PrimaryButton } from '../../shared/keyboard/PrimaryButton.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useTyped } from '../../shared/typed/use-typed.ts';
import { useAction } from '../../shared/use-action.ts';
import { applyEdit, editableOf, type EditableElements } from './editable-elements.ts';
import { text } from './text.ts';

const words = text.editor;

interface ElementEditorProps {
  version: ItemVersion;
  onClose: () => void;
  onDone: () => void;
  onRefresh: () => void;
}

/** Edits the elements that change most often; everything else of the draft stays as it is. */
export function ElementEditor({ version, onClose, onDone, onRefresh }: ElementEditorProps) {
  const [typed, setTyped, forget] = useTyped<EditableElements>(`version.${version.versionId}.${version.revision}`, editableOf(version.elements));
  const { run, busy, problem } = useAction(editDraft);
  const change = (next: Partial<EditableElements>) => setTyped((before) => ({ ...before, ...next }));
  const save = () => {
    const elements: ItemElements = applyEdit(version.elements, typed);
    void run({ params: { versionId: version.versionId }, body: { revision: version.revision, elements } }, () => {
      forget();
      onDone();
    });
  };
  return (
    <Drawer
      open
      title={words.title}
      size={720}
      onClose={onClose}
      mask={{ closable: false }}
      footer={
        <div className="editor__foot">
          <span className="faint small">{words.note}</span>
          <Button onClick={onClose}>{text.cancel}</Button>
          <PrimaryButton loading={busy} disabled={typed.name.trim() === ''} onPress={save}>
            {words.save}
          </PrimaryButton>
        </div>
      }
    >
      <ProblemAlert problem={problem} onRefresh={onRefresh} labels={{ 'elements.name': text.fields.name, 'elements.summary': text.fields.summary }} />
      <Form layout="vertical" className="editor">
        <Line id="edit-name" label={text.fields.name} value={typed.name} max={200} onChange={(name) => change({ name })} />
        <Lines id="edit-summary" label={text.fields.summary} value={typed.summary} max={300} rows={2} onChange={(summary) => change({ summary })} />
        <Lines id="edit-aliases" label={words.aliases} value={typed.aliases} max={1200} rows={2} onChange={(aliases) => change({ aliases })} />
        <div className="editor__row">
          <Days id="edit-legal" label={words.legalDays} value={typed.legalDays} onChange={(legalDays) => change({ legalDays })} />
          <Days id="edit-promised" label={words.promisedDays} value={typed.promisedDays} onChange={(promisedDays) => change({ promisedDays })} />
          <Days id="edit-visits" label={text.fields.visits} value={typed.visitCount} max={9} onChange={(visitCount) => change({ visitCount })} />
        </div>
        <Line
          id="edit-visit-reason"
          label={text.fields.visitReason}
          value={typed.visitReason}
          max={500}
          onChange={(visitReason) => change({ visitReason })}
        />
        <div className="editor__row">
          <Line
            id="edit-consult"
            label={text.fields.consult}
            value={typed.consultationTelephone}
            max={40}
            onChange={(consultationTelephone) => change({ consultationTelephone })}
          />
          <Line
            id="edit-supervise"
            label={text.fields.supervise}
            value={typed.supervisionTelephone}
            max={40}
            onChange={(supervisionTelephone) => change({ supervisionTelephone })}
          />
        </div>
        <Lines
          id="edit-conditions"
          label={words.conditions}
          value={typed.conditions}
          max={40_000}
          rows={6}
          onChange={(conditions) => change({ conditions })}
        />
        <Lines
          id="edit-reconsideration"
          label={text.fields.reconsideration}
          value={typed.reconsideration}
          max={500}
          rows={2}
          onChange={(reconsideration) => change({ reconsideration })}
        />
        <Lines
          id="edit-litigation"
          label={text.fields.litigation}
          value={typed.litigation}
          max={500}
          rows={2}
          onChange={(litigation) => change({ litigation })}
        />
        <p className="editor__label">{words.faqs}</p>
        {typed.faqs.map((faq, index) => (
          <div key={index} className="editor__faq">
            <div>
              <Input
                maxLength={300}
                placeholder={words.question}
                aria-label={words.question}
                value={faq.question}
                onChange={(event) => change({ faqs: typed.faqs.map((one, at) => (at === index ? { ...one, question: event.target.value } : one)) })}
              />
              <Input.TextArea
                autoSize={{ minRows: 2 }}
                maxLength={2000}
                placeholder={words.answer}
                aria-label={words.answer}
                value={faq.answer}
                onChange={(event) => change({ faqs: typed.faqs.map((one, at) => (at === index ? { ...one, answer: event.target.value } : one)) })}
              />
            </div>
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={faq.question}
              onClick={() => change({ faqs: typed.faqs.filter((_one, at) => at !== index) })}
            />
          </div>
        ))}
        <Button size="small" icon={<PlusOutlined />} onClick={() => change({ faqs: [...typed.faqs, { question: '', answer: '' }] })}>
          {words.addFaq}
        </Button>
      </Form>
    </Drawer>
  );
}

interface FieldProps<T> {
  id: string;
  label: string;
  value: T;
  onChange: (value: T) => void;
  max?: number;
}

function Line({ id, label, value, max = 200, onChange }: FieldProps<string>) {
  return (
    <Form.Item label={label} htmlFor={id}>
      <Input id={id} value={value} maxLength={max} onChange={(event) => onChange(event.target.value)} />
    </Form.Item>
  );
}

function Lines({ id, label, value, max = 1000, rows, onChange }: FieldProps<string> & { rows: number }) {
  return (
    <Form.Item label={label} htmlFor={id}>
      <Input.TextArea
        id={id}
        value={value}
        maxLength={max}
        autoSize={{ minRows: rows, maxRows: 14 }}
        onChange={(event) => onChange(event.target.value)}
      />
    </Form.Item>
  );
}

function Days({ id, label, value, max = 3650, onChange }: FieldProps<number | null>) {
  return (
    <Form.Item label={label} htmlFor={id}>
      <InputNumber id={id} min={0} max={max} precision={0} value={value} onChange={onChange} style={{ width: '100%' }} />
    </Form.Item>
  );
}
