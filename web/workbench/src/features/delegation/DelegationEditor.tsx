import { elementLabel, listStaffItems } from '@tongban/server/src/modules/catalog/contract.ts';
import {
  changeableNames, delegationKindLabels, delegationKinds, editDelegation, proposeDelegation, type DelegationInput, type DelegationView,
} from '@tongban/server/src/modules/delegation/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Input, Radio, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../../shared/api.ts';
import { Lack } from '../../shared/form/Lack.tsx';
import { pickerSearch, usePickerWords } from '../../shared/form/picker-search.ts';
import { useMissing } from '../../shared/form/use-missing.ts';
import { FileUploads, type KeptFile } from '../../shared/files/FileUploads.tsx';
import { useUploads } from '../../shared/files/use-uploads.ts';
import { addDays, today } from '../../shared/format/dates.ts';
import { DateField } from '../../shared/list/DateField.tsx';
import { OrganizationPicker } from '../../shared/OrganizationPicker.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useSession } from '../../shared/session/session.ts';
import { text as sharedText } from '../../shared/text.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';
import './delegation.css';

const words = text.editor;
const usualChangeable: DelegationInput['changeable'] = ['windows', 'consultationTelephone', 'promisedLimit'];
const oneYear = 364;

interface Party { id: string; name: string }
interface Named { value: string; label: string }
interface Typed { kind: DelegationInput['kind']; giver: Party | undefined; receiver: Party | undefined; items: Named[]; legalBasis: string; files: readonly KeptFile[]; startsOn: string; endsOn: string | undefined; changeable: DelegationInput['changeable']; terms: string }

function typedOf(view: DelegationView | undefined, own: Party | undefined): Typed {
  if (!view) return { kind: 'entrust', giver: own, receiver: undefined, items: [], legalBasis: '', files: [], startsOn: today(), endsOn: addDays(today(), oneYear), changeable: usualChangeable, terms: '' };
  return {
    kind: view.kind, giver: view.giver, receiver: view.receiver, items: view.items.map(({ item }) => ({ value: item.id, label: item.name })), legalBasis: view.legalBasis,
    files: view.file ? [{ ...view.file, size: 0 }] : [], startsOn: view.startsOn, endsOn: view.endsOn ?? undefined, changeable: view.changeable, terms: view.terms ?? '',
  };
}

/** The form in which a delegation is drawn up. */
export function DelegationEditor({ view, onClose, onDone }: { view?: DelegationView; onClose: () => void; onDone: (view: DelegationView) => void }) {
  const own = useSession().account.organization ?? undefined;
  const [typed, setTyped] = useState(() => typedOf(view, own));
  const change = (next: Partial<Typed>) => setTyped((before) => ({ ...before, ...next }));
  const [propose, edit] = [useAction(proposeDelegation), useAction(editDelegation)];
  const { giver, receiver, items, legalBasis, kind, startsOn, endsOn } = typed;
  const uploads = useUploads();
  const missing = useMissing({
    'delegation-giver': !giver && sharedText.missing.choose(words.giver),
    'delegation-receiver': !receiver && sharedText.missing.choose(words.receiver),
    'delegation-items': items.length === 0 && sharedText.missing.choose(words.items),
    'delegation-basis': legalBasis.trim().length < 5 && words.needBasis,
    'delegation-file': uploads.lack('delegation-file'),
    'delegation-end': kind === 'entrust' && !endsOn && words.needEnd,
  });
  const save = () => {
    if (!missing.check() || !giver || !receiver) return;
    const [file] = typed.files;
    const input: DelegationInput = {
      kind, giverId: giver.id, receiverId: receiver.id, itemIds: items.map(({ value }) => value), legalBasis: legalBasis.trim(), startsOn, changeable: typed.changeable,
      ...(endsOn ? { endsOn } : {}), ...(file ? { fileId: file.id } : {}), ...(typed.terms.trim() ? { terms: typed.terms.trim() } : {}),
    };
    if (view) void edit.run({ params: { delegationId: view.id }, body: { version: view.version, input } }, onDone);
    else void propose.run({ body: input }, onDone);
  };
  return (
    <Drawer
      open
      title={view ? words.editTitle : words.createTitle}
      size={720}
      onClose={onClose}
      mask={{ closable: false }}
      footer={
        <div className="delegation-form__foot">
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button type="primary" loading={propose.busy || edit.busy} onClick={save}>{words.save}</Button>
        </div>
      }
    >
      <div className="delegation-form">
        <ProblemAlert problem={propose.problem ?? edit.problem} />
        <div>
          <span className="delegation-form__label">{words.kind}</span>
          <Radio.Group aria-label={words.kind} optionType="button" value={kind} options={delegationKinds.map((one) => ({ value: one, label: delegationKindLabels[one] }))} onChange={(event) => change({ kind: delegationKinds.find((one) => one === event.target.value) ?? kind })} />
          <p className="delegation-form__help">{words.kindHelp[kind]}</p>
        </div>
        <div className="delegation-form__pair">
          <Field id="delegation-giver" label={words.giver} lack={missing.of('delegation-giver')}><OrganizationPicker id="delegation-giver" value={giver?.id} name={giver?.name} onChange={(next) => change({ giver: next, items: [] })} /></Field>
          <Field id="delegation-receiver" label={words.receiver} lack={missing.of('delegation-receiver')}><OrganizationPicker id="delegation-receiver" value={receiver?.id} name={receiver?.name} onChange={(next) => change({ receiver: next })} /></Field>
        </div>
        <Field id="delegation-items" label={words.items} lack={missing.of('delegation-items')}><ItemPicker departmentId={giver?.id} value={items} onChange={(next) => change({ items: next })} /></Field>
        <Field id="delegation-basis" label={words.basis} lack={missing.of('delegation-basis')}>
          <Input.TextArea id="delegation-basis" autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} placeholder={words.basisHint} value={legalBasis} onChange={(event) => change({ legalBasis: event.target.value })} />
        </Field>
        <Field id="delegation-file" label={words.file} lack={missing.of('delegation-file')}>
          <FileUploads id="delegation-file" label={words.file} files={typed.files} maxFiles={1} accept={['pdf', 'ofd', 'jpg', 'png']} uploads={uploads} onChange={(files) => change({ files })} />
        </Field>
        <div className="delegation-form__pair">
          <Field id="delegation-start" label={words.start}><DateField id="delegation-start" value={startsOn} onChange={(date) => change({ startsOn: date ?? startsOn })} /></Field>
          <Field id="delegation-end" label={words.end} lack={missing.of('delegation-end')}><DateField id="delegation-end" value={endsOn} minimum={startsOn} placeholder={kind === 'entrust' ? '' : words.endHint} onChange={(date) => change({ endsOn: date })} /></Field>
        </div>
        <Field id="delegation-changeable" label={words.changeable}>
          <Select id="delegation-changeable" mode="multiple" style={{ width: '100%' }} value={typed.changeable} options={changeableNames.map((name) => ({ value: name, label: elementLabel(name) }))} onChange={(changeable) => change({ changeable })} />
        </Field>
        <Field id="delegation-terms" label={words.terms}>
          <Input.TextArea id="delegation-terms" autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} value={typed.terms} onChange={(event) => change({ terms: event.target.value })} />
        </Field>
      </div>
    </Drawer>
  );
}

function Field({ id, label, lack, children }: { id: string; label: string; lack?: string | undefined; children: ReactNode }) {
  return <div><label htmlFor={id}>{label}</label>{children}<Lack text={lack} /></div>;
}

/** Finds published items of a department by name. */
function ItemPicker({ departmentId, value, onChange }: { departmentId: string | undefined; value: Named[]; onChange: (items: Named[]) => void }) {
  const typed = usePickerWords();
  const { q } = typed;
  const query = { state: 'published' as const, limit: 50, ...(departmentId ? { departmentId } : {}), ...(q ? { q } : {}) };
  const items = useQuery({ queryKey: [listStaffItems.id, 'picker', query], enabled: departmentId !== undefined, placeholderData: (before) => before, queryFn: () => api.call(listStaffItems, { query }) });
  return (
    <Select
      id="delegation-items"
      mode="multiple"
      labelInValue
      style={{ width: '100%' }}
      placeholder={words.itemsHint}
      value={value}
      {...pickerSearch(typed, items, { options: (items.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })), none: items.isPending ? null : words.itemsNone })}
      onChange={(next) => onChange(next.slice(0, 20))}
    />
  );
}
