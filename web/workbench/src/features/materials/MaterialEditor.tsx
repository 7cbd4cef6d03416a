import { useQuery } from '@tanstack/react-query';
import { createMaterial, editMaterial, listLicenceTypes, materialKinds, type MaterialContent, type MaterialView } from '@tongban/server/src/modules/materials/contract.ts';
import { App, Button, Checkbox, Drawer, Form, Input, Select } from 'antd';
import { api } from '../../shared/api.ts';
import { useMissing, type Missing } from '../../shared/form/use-missing.ts';
import { PrimaryButton } from '../../shared/keyboard/PrimaryButton.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useTyped } from '../../shared/typed/use-typed.ts';
import { useAction } from '../../shared/use-action.ts';
import { useEntries } from '../../shared/use-dictionary.ts';
import { text as sharedText } from '../../shared/text.ts';
import { text } from './text.ts';

const words = text.fields;
const blank: MaterialContent = { kind: 'application', name: '', aliases: [], type: '1', form: '3', necessity: '1', source: '10', sensitive: false, licenceTypes: [] };

interface MaterialEditorProps {
  /** The material that is changed; a new one when absent. */
  material?: MaterialView;
  onClose: () => void;
  onDone: (material: MaterialView) => void;
  onRefresh?: () => void;
}

/** Leaves out what was not written. */
function cleaned(content: MaterialContent): MaterialContent {
  const written = Object.fromEntries(Object.entries(content).filter(([, value]) => value !== '' && value !== undefined));
  return { ...blank, ...written, aliases: content.aliases.map((alias) => alias.trim()).filter(Boolean) };
}

/** What the library says of a material, in one form. */
export function MaterialEditor({ material, onClose, onDone, onRefresh }: MaterialEditorProps) {
  const { message } = App.useApp();
  const [content, setContent, forget] = useTyped<MaterialContent>(`material.${material?.id ?? 'new'}.${material?.revision ?? 0}`, material?.content ?? blank);
  const create = useAction(createMaterial);
  const edit = useAction(editMaterial);
  const change = (part: Partial<MaterialContent>) => setContent((before) => ({ ...before, ...part }));
  const done = (told: string) => (saved: MaterialView) => {
    forget();
    void message.success(told);
    onDone(saved);
  };
  const missing = useMissing({ 'material-name': content.name.trim() === '' && sharedText.missing.write(words.name) });
  const save = () => {
    if (!missing.check()) return;
    const body = cleaned(content);
    if (material) void edit.run({ params: { materialId: material.id }, body: { revision: material.revision, content: body } }, done(text.detail.saved));
    else void create.run({ body }, (saved) => done(text.detail.created(saved.code))(saved));
  };
  return (
    <Drawer
      open
      size={620}
      title={material ? `${text.edit} ${material.code}` : text.create}
      onClose={onClose}
      footer={
        <div className="materials__foot">
          <Button onClick={onClose}>{text.cancel}</Button>
          <PrimaryButton loading={create.busy || edit.busy} onPress={save}>
            {text.save}
          </PrimaryButton>
        </div>
      }
    >
      <ProblemAlert problem={create.problem ?? edit.problem} labels={{ name: words.name, 'content.name': words.name }} {...(onRefresh ? { onRefresh } : {})} />
      <Form layout="vertical" className="materials__form">
        <NameFields content={content} change={change} missing={missing} />
        <KindFields content={content} change={change} />
        <TextFields content={content} change={change} />
      </Form>
    </Drawer>
  );
}

interface PartProps {
  content: MaterialContent;
  change: (part: Partial<MaterialContent>) => void;
}

function NameFields({ content, change, missing }: PartProps & { missing: Missing }) {
  return (
    <>
      <Form.Item label={words.name} htmlFor="material-name" required {...missing.item('material-name')}>
        <Input id="material-name" maxLength={200} value={content.name} onChange={(event) => change({ name: event.target.value })} />
      </Form.Item>
      <Form.Item label={words.aliases} htmlFor="material-aliases" extra={words.aliasesHint}>
        <Input.TextArea
          id="material-aliases"
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={content.aliases.join('\n')}
          onChange={(event) => change({ aliases: event.target.value === '' ? [] : event.target.value.split('\n') })}
        />
      </Form.Item>
    </>
  );
}

function KindFields({ content, change }: PartProps) {
  const types = useQuery({ queryKey: [listLicenceTypes.id], queryFn: () => api.call(listLicenceTypes, {}) }).data?.types ?? [];
  const choices = [
    { field: 'type', options: useEntries('material-type') },
    { field: 'form', options: useEntries('material-form') },
    { field: 'necessity', options: useEntries('material-necessity') },
    { field: 'source', options: useEntries('material-source') },
  ] as const;
  return (
    <>
      <div className="materials__columns">
        <Form.Item label={words.kind} htmlFor="material-kind">
          <Select
            id="material-kind"
            value={content.kind}
            options={materialKinds.map((one) => ({ value: one, label: text.kinds[one] }))}
            onChange={(kind) => change({ kind })}
          />
        </Form.Item>
        {choices.map(({ field, options }) => (
          <Form.Item key={field} label={words[field]} htmlFor={`material-${field}`}>
            <Select id={`material-${field}`} value={content[field]} options={options} onChange={(value) => change({ [field]: value })} />
          </Form.Item>
        ))}
      </div>
      <Form.Item label={words.licenceTypes} htmlFor="material-licences">
        <Select
          id="material-licences"
          mode="multiple"
          maxCount={10}
          value={content.licenceTypes}
          showSearch={{ optionFilterProp: 'label' }}
          options={types.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(licenceTypes) => change({ licenceTypes })}
        />
      </Form.Item>
    </>
  );
}

const textFields = [
  ['issuingAuthority', 200, 1],
  ['sourceExplanation', 500, 1],
  ['pageFormat', 60, 1],
  ['acceptanceStandard', 1000, 3],
  ['fillingInstructions', 1000, 3],
] as const;

function TextFields({ content, change }: PartProps) {
  return (
    <>
      {textFields.map(([field, max, rows]) => (
        <Form.Item key={field} label={words[field]} htmlFor={`material-${field}`}>
          <Input.TextArea
            id={`material-${field}`}
            maxLength={max}
            autoSize={{ minRows: rows, maxRows: 10 }}
            value={content[field] ?? ''}
            onChange={(event) => change({ [field]: event.target.value })}
          />
        </Form.Item>
      ))}
      <Checkbox checked={content.sensitive} onChange={(event) => change({ sensitive: event.target.checked })}>
        {words.sensitive}
        <span className="faint">　{words.sensitiveHint}</span>
      </Checkbox>
    </>
  );
}
