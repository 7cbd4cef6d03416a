import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { isFormDefinition, listFields } from '@tongban/form-model';
import type { ElementName, ItemElements, ItemForm } from '@tongban/server/src/modules/catalog/contract.ts';
import { App, Button } from 'antd';
import { type MouseEvent, useState } from 'react';
import { Link } from 'react-router';
import { links } from '../../../shared/links.ts';
import { useGoOnWith } from '../editor/saving.ts';
import { text } from '../text.ts';
import { AddFormDialog } from './AddFormDialog.tsx';
import { listFormUses, withoutForm } from './form-uses.ts';
import './forms.css';

const words = text.forming;

interface FormsControlProps {
  elements: ItemElements;
  versionId: string;
  disabled: boolean;
  onChange: (changes: Partial<Record<ElementName, unknown>>, part: string) => void;
}

/** The forms of the version, each with the way to its designer; new ones, copies from other items, and taking one away (FRM-04). */
export function FormsControl({ elements, versionId, disabled, onChange }: FormsControlProps) {
  const { forms } = elements;
  const { modal, message } = App.useApp();
  const goOn = useGoOnWith();
  const [adding, setAdding] = useState<'new' | 'copy' | 'paper'>();
  const remove = ({ key, name }: ItemForm) => {
    const uses = listFormUses(elements, key);
    void modal.confirm({
      title: words.removal.title(name), okText: words.remove, okButtonProps: { danger: true },
      content: uses.length === 0 ? words.removal.none : <>{words.removal.lead}<ul className="dots">{uses.map((use) => <li key={use.path + use.label}>{use.label}</li>)}</ul></>,
      onOk: () => {
        onChange(withoutForm(elements, key), `forms.${key}.remove`);
        void message.success(words.removal.done(name));
      },
    });
  };
  return (
    <div id="edit-forms">
      {forms.length === 0 ? <p className="faint small">{words.none}</p> : (
        <ul className="forms-list">
          {forms.map((form) => (
            <li key={form.key} data-path={`forms.${form.key}`}>
              <Link to={links.formDesigner(versionId, form.key)} onClick={(event) => { if (!disabled && isPlainClick(event)) { event.preventDefault(); goOn(links.formDesigner(versionId, form.key)); } }}>{form.name || words.untitled}</Link>
              <span className="muted small">{describeForm(form)}</span>
              {disabled ? null : <Button size="small" type="text" danger icon={<DeleteOutlined />} aria-label={`${words.remove}“${form.name}”`} onClick={() => remove(form)} />}
            </li>
          ))}
        </ul>
      )}
      {disabled ? null : (
        <p className="forms-list__add">
          <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding('new')}>{words.add}</Button>
          <Button size="small" onClick={() => setAdding('copy')}>{words.copy}</Button>
          <Button size="small" onClick={() => setAdding('paper')}>{words.paper}</Button>
        </p>
      )}
      {adding === undefined ? null : (
        <AddFormDialog
          from={adding} elements={elements} versionId={versionId} onClose={() => setAdding(undefined)}
          onAdd={(form) => onChange({ forms: [...forms, form] }, `forms.${form.key}.add`)}
        />
      )}
    </div>
  );
}

/** Not one that opens another tab. */
function isPlainClick({ button, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  return button === 0 && !ctrlKey && !metaKey && !shiftKey;
}

function describeForm({ definition, sampleData }: ItemForm): string {
  return [isFormDefinition(definition) ? words.fields(listFields(definition).length) : words.broken, ...(sampleData ? [words.sample] : [])].join('，');
}
