import { useQuery } from '@tanstack/react-query';
import type { FormDefinition } from '@tongban/form-model';
import { getItemGuide, type ItemElements, type ItemForm } from '@tongban/server/src/modules/catalog/contract.ts';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api.ts';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { links } from '../../../shared/links.ts';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { ItemSearch } from '../editor/CopyDialog.tsx';
import { newKey } from '../editor/new-key.ts';
import { useGoOnWith } from '../editor/saving.ts';
import { text } from '../text.ts';
import { PaperDialog } from './PaperDialog.tsx';

const words = text.forming;

/** A form that has nothing yet. */
export function blankDefinition(title: string): FormDefinition {
  return { formatVersion: 1, title, sections: [{ id: 'section1', title: '基本情况', rows: [{ cells: [{ kind: 'text', text: '' }] }] }] };
}

interface AddFormDialogProps {
  from: 'new' | 'copy' | 'paper';
  elements: ItemElements;
  versionId: string;
  onAdd: (form: ItemForm) => void;
  onClose: () => void;
}

/** A new form for the version: blank, or as a published item has it. */
export function AddFormDialog({ from, elements, versionId, onAdd, onClose }: AddFormDialogProps) {
  const goOn = useGoOnWith();
  const { message } = App.useApp();
  const [itemId, setItemId] = useState<string>();
  const add = (form: Omit<ItemForm, 'key'>) => {
    const key = newKey('form', elements.forms);
    onAdd({ ...form, key });
    onClose();
    if (from === 'copy') void message.success(words.copied(form.name));
    goOn(links.formDesigner(versionId, key));
  };
  if (from === 'new') return <NewForm name={elements.forms.length === 0 ? `${elements.name}${words.untitled}`.slice(0, 100) : ''} onCreate={(name) => add({ name, definition: blankDefinition(name) })} onClose={onClose} />;
  if (from === 'paper') return <PaperDialog onCreate={add} onClose={onClose} />;
  return (
    <Modal open title={words.copyTitle} width={720} footer={null} onCancel={onClose}>
      {itemId === undefined ? <ItemSearch name={elements.name} onChoose={setItemId} /> : <FormsOf itemId={itemId} onChoose={add} onBack={() => setItemId(undefined)} />}
    </Modal>
  );
}

function NewForm({ name, onCreate, onClose }: { name: string; onCreate: (name: string) => void; onClose: () => void }) {
  const [typed, setTyped] = useState(name);
  const missing = useMissing({ 'new-form-name': typed.trim() === '' && words.nameMissing });
  const create = () => { if (missing.check()) onCreate(typed.trim()); };
  return (
    <Modal open title={words.newTitle} okText={words.create} onOk={create} onCancel={onClose}>
      <label htmlFor="new-form-name">{words.name}</label>
      <Input id="new-form-name" autoFocus value={typed} maxLength={100} onChange={({ target }) => setTyped(target.value)} onPressEnter={create} />
      <Lack text={missing.of('new-form-name')} />
    </Modal>
  );
}

function FormsOf({ itemId, onChoose, onBack }: { itemId: string; onChoose: (form: Omit<ItemForm, 'key'>) => void; onBack: () => void }) {
  const guide = useQuery({ queryKey: [getItemGuide.id, itemId], queryFn: () => api.call(getItemGuide, { params: { itemId } }) });
  return (
    <QueryState query={guide}>
      {({ elements }) => (
        <>
          <p><b>{elements.name}</b>　<span className="muted">{elements.forms.length === 0 ? words.noForms : words.chooseForm}</span></p>
          <ul className="copying__found">
            {elements.forms.map(({ key, ...form }) => <li key={key}><button type="button" onClick={() => onChoose(form)}><b>{form.name}</b></button></li>)}
          </ul>
          <Button onClick={onBack}>{words.back}</Button>
        </>
      )}
    </QueryState>
  );
}
