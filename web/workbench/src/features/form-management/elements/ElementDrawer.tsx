import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  addElement, editElement, getElement, listElementChoices, listElements, removeElement, type DataElement, type ElementContent, type ElementUse,
} from '@tongban/server/src/modules/data-elements/contract.ts';
import { App, Button, Drawer } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../../shared/api.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { links } from '../../../shared/links.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';
import { ElementForm, useElementLacks } from './ElementForm.tsx';

const words = text.elements;
const blank: ElementContent = { name: '', definition: '', type: 'text', format: '', minLength: null, maxLength: null, dictionary: null, sensitivity: 'general', sources: [], databaseField: null };

/** One data element: its properties, its sources in order, and every form that uses it (FRM-02). */
export function ElementDrawer({ code, onClose }: { code: string | undefined; onClose: () => void }) {
  const found = useQuery({ queryKey: [getElement.id, code], enabled: code !== undefined && code !== 'new', queryFn: () => api.call(getElement, { params: { code: code ?? '' } }) });
  return (
    <Drawer open={code !== undefined} title={code === 'new' ? words.addTitle : words.editTitle(found.data?.element.name ?? '')} size={720} onClose={onClose} destroyOnHidden>
      {code === 'new' ? <NewElement onClose={onClose} /> : null}
      {code === undefined || code === 'new' ? null : (
        <QueryState query={found} lines={10}>
          {({ element, uses, abilities }) => <OneElement key={`${element.code} ${element.revision}`} element={element} uses={uses} mayEdit={abilities.edit} onClose={onClose} />}
        </QueryState>
      )}
    </Drawer>
  );
}

function useRefresh() {
  const client = useQueryClient();
  return () => Promise.all([listElements.id, listElementChoices.id, getElement.id].map((id) => client.invalidateQueries({ queryKey: [id] })));
}

function NewElement({ onClose }: { onClose: () => void }) {
  const { message } = App.useApp();
  const refresh = useRefresh();
  const [code, setCode] = useState('');
  const [content, setContent] = useState(blank);
  const action = useAction(addElement);
  const missing = useElementLacks(code, content);
  const save = () => {
    if (!missing.check()) return;
    void action.run({ body: { code: code.trim(), content } }, () => {
      void message.success(words.saved);
      void refresh();
      onClose();
    });
  };
  return (
    <>
      <ProblemAlert problem={action.problem} />
      <ElementForm code={code} onCode={setCode} content={content} onChange={setContent} disabled={false} missing={missing} />
      <Button type="primary" loading={action.busy} onClick={save}>{text.save}</Button>
    </>
  );
}

function OneElement({ element, uses, mayEdit, onClose }: { element: DataElement; uses: readonly ElementUse[]; mayEdit: boolean; onClose: () => void }) {
  const { message, modal } = App.useApp();
  const refresh = useRefresh();
  const { code, revision, editedAt: _at, editedByName: _by, ...stored } = element;
  const [content, setContent] = useState<ElementContent>(stored);
  const edit = useAction(editElement);
  const remove = useAction(removeElement);
  const missing = useElementLacks(code, content);
  const save = () => {
    if (!missing.check()) return;
    void edit.run({ params: { code }, body: { revision, content } }, () => {
      void message.success(words.saved);
      void refresh();
    });
  };
  const askRemove = () => {
    void modal.confirm({
      title: words.removeTitle(element.name), content: words.removeLead, okText: words.remove, okButtonProps: { danger: true },
      onOk: () => remove.run({ params: { code } }, () => {
        void message.success(words.removed);
        onClose();
        void refresh();
      }),
    });
  };
  return (
    <>
      {mayEdit ? null : <p className="muted small">{words.readOnly}</p>}
      <ProblemAlert problem={edit.problem ?? remove.problem} onRefresh={() => { void refresh(); }} />
      <ElementForm code={code} content={content} onChange={setContent} disabled={!mayEdit} missing={missing} />
      {mayEdit ? (
        <p className="wb-page__bar">
          <Button type="primary" loading={edit.busy} onClick={save}>{text.save}</Button>
          <Button danger loading={remove.busy} onClick={askRemove}>{words.remove}</Button>
        </p>
      ) : null}
      <Uses code={code} uses={uses} />
    </>
  );
}

/** Every form that has a field bound to the element, published or not. */
function Uses({ code, uses }: { code: string; uses: readonly ElementUse[] }) {
  return (
    <section aria-label={words.uses(uses.length)}>
      <h3>{uses.length === 0 ? words.uses(0) : <Link to={links.forms({ element: code })}>{words.uses(uses.length)}</Link>}</h3>
      {uses.length === 0 ? <p className="muted">{words.unused}</p> : (
        <ul className="dots">
          {uses.map((use) => (
            <li key={`${use.versionId} ${use.formKey}`}>
              <Link to={links.formDesigner(use.versionId, use.formKey)}>{words.use(use.itemName, use.formName)}</Link>　
              {use.state === 'published' ? null : <Tag>{text.forms.states[use.state as keyof typeof text.forms.states]}</Tag>}
              <span className="faint small">　{words.useFields(use.fields.map(({ label }) => label).join('、'))}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
