import type { Section } from '@tongban/form-model';
import { Alert, Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { Designing } from '../designing.ts';
import { changeSection } from '../edit/edits.ts';
import { asForm, isSamePart, updateFromPart } from '../edit/shared.ts';
import { FormChanges } from '../FormChanges.tsx';
import { type FormLibrary, type LibraryPart, useDesignerHost } from './host.ts';

/** How a group stands to the shared library: put into it, taken from it, behind it; never changed by it unasked (FRM-04). */
export function SharedGroup({ section, designing }: { readonly section: Section; readonly designing: Designing }) {
  const { library } = useDesignerHost();
  if (library === undefined) return null;
  const part = library.parts.find(({ id }) => id === section.shared?.part);
  return (
    <details className="fd-group" open>
      <summary>公共字段库</summary>
      {part === undefined ? <NotShared key={section.id} section={section} designing={designing} library={library} /> : <Shared section={section} part={part} designing={designing} library={library} />}
    </details>
  );
}

interface GroupProps { readonly section: Section; readonly designing: Designing; readonly library: FormLibrary }

function NotShared({ section, designing, library }: GroupProps) {
  const id = useId();
  const [name, setName] = useState(section.title ?? '');
  const [lack, setLack] = useState(false);
  const [busy, setBusy] = useState(false);
  if (designing.readOnly) return <p className="fd-hint">没有取自公共字段库。</p>;
  const add = async (): Promise<void> => {
    if (name.trim() === '') { setLack(true); return; }
    setBusy(true);
    const added = await library.add(name.trim(), section);
    setBusy(false);
    if (added !== undefined) designing.apply(changeSection(designing.definition, section.id, { shared: { part: added.id, revision: added.revision } }), 'share');
  };
  return (
    <div className="fd-field">
      <label htmlFor={id}>字段组名称</label>
      <Input id={id} value={name} maxLength={100} status={lack && name.trim() === '' ? 'error' : ''} onChange={({ target }) => setName(target.value)} />
      {lack && name.trim() === '' ? <p className="fd-wrong" role="alert">请填写字段组名称。</p> : null}
      <p className="fd-hint">存入后，其他事项的表单可以插入这一组字段。</p>
      <Button size="small" loading={busy} onClick={() => { void add(); }}>存入公共字段库</Button>
    </div>
  );
}

function Shared({ section, part, designing, library }: GroupProps & { readonly part: LibraryPart }) {
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(false);
  const { definition, apply, readOnly } = designing;
  const revision = section.shared?.revision ?? 0;
  const behind = revision < part.revision;
  const same = isSamePart(section, part.section);
  const share = (shared: Section['shared']): void => apply(changeSection(definition, section.id, { shared }), 'share');
  const update = async (): Promise<void> => {
    setBusy(true);
    const updated = await library.update(part, section);
    setBusy(false);
    if (updated !== undefined) share({ part: updated.id, revision: updated.revision });
  };
  return (
    <div className="fd-field">
      <p>{`取自“${part.name}”第 ${revision} 版${behind ? '' : same ? '，内容相同' : '，本表单有改动'}。`}</p>
      {behind ? (
        <Alert
          type="info" showIcon title={`公共字段库已有第 ${part.revision} 版`}
          description={<><FormChanges older={asForm(section)} newer={asForm(part.section)} />{readOnly ? null : <Button size="small" onClick={() => apply(updateFromPart(definition, section.id, part), 'share')}>换成新版（可以撤销）</Button>}</>}
        />
      ) : null}
      {readOnly ? null : (
        <span className="fd-actions">
          {!behind && !same && part.editable ? <Button size="small" loading={busy} onClick={() => { void update(); }}>用本表单的更新公共字段库</Button> : null}
          <Button size="small" type="text" onClick={() => share(undefined)}>不再关联</Button>
        </span>
      )}
      <details onToggle={({ currentTarget }) => setAsked(currentTarget.open)}><summary>谁在用</summary>{asked ? library.uses(part) : null}</details>
    </div>
  );
}
