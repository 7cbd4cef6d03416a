import { elementLabel } from '@tongban/server/src/modules/catalog/contract.ts';
import {
  createEntry, editEntryVersion, licenceReformLabels, licenceReforms, publicElementNames, type EntryElements, type EntryReceipt, type EntryVersion, type InheritedName,
} from '@tongban/server/src/modules/directory/entry.contract.ts';
import { AutoComplete, Button, Checkbox, Drawer, Input, InputNumber, Select, Switch } from 'antd';
import { useState, type ReactNode } from 'react';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { DateField } from '../../../shared/list/DateField.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../../shared/text.ts';
import { useAction } from '../../../shared/use-action.ts';
import { useEntries } from '../../../shared/use-dictionary.ts';
import { text } from '../text.ts';
import { nationalDirectory, useDirectories } from '../use-directories.ts';
import { BasisList } from './BasisList.tsx';
import { MaterialList } from './MaterialList.tsx';

const words = text.editor;
/** Public elements that have a control here; others are kept as they are. */
const edited: readonly string[] = ['serviceObjects', 'legalLimit', 'conditions', 'materials', 'charged'];

const blank: EntryElements = { name: '', taskType: '01', guidanceDepartment: '', useLevels: ['4'], legalBases: [], publicElements: {}, lockedElements: [] };

interface EntryEditorProps { version?: EntryVersion; regionCode?: string; onClose: () => void; onDone: (receipt: EntryReceipt) => void }

/** The form of an entry: the elements of the directory, and the public elements with their locks (CAT-01). */
export function EntryEditor({ version, regionCode, onClose, onDone }: EntryEditorProps) {
  const [elements, setElements] = useState<EntryElements>(version?.elements ?? blank);
  const [region, setRegion] = useState(regionCode ?? nationalDirectory);
  const [create, edit] = [useAction(createEntry), useAction(editEntryVersion)];
  const [types, levels, guidance, directories] = [useEntries('task-type'), useEntries('exercise-level'), useEntries('guidance-department'), useDirectories()];
  const change = (next: Partial<EntryElements>) => setElements((before) => ({ ...before, ...next }));
  const fixed = version !== undefined && version.versionNumber > 1;
  const problem = create.problem ?? edit.problem;
  const missing = useMissing({
    'entry-name': elements.name.trim() === '' && sharedText.missing.write(words.name),
    'entry-guidance': elements.guidanceDepartment.trim() === '' && sharedText.missing.write(words.guidance),
    'entry-levels': elements.useLevels.length === 0 && sharedText.missing.choose(words.levels),
  });
  const save = () => {
    if (!missing.check()) return;
    const body = withoutEmpty(elements);
    if (version) void edit.run({ params: { versionId: version.versionId }, body: { revision: version.revision, elements: body } }, onDone);
    else void create.run({ body: { regionCode: region, elements: body } }, onDone);
  };
  return (
    <Drawer
      open
      title={version ? words.editTitle : words.createTitle}
      size={860}
      onClose={onClose}
      mask={{ closable: false }}
      footer={
        <div className="entry-form__foot">
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button type="primary" loading={create.busy || edit.busy} onClick={save}>{words.save}</Button>
        </div>
      }
    >
      <div className="entry-form">
        <ProblemAlert problem={problem} />
        <div className="entry-form__pair">
          <Field id="entry-region" label={words.directory}>
            <Select id="entry-region" style={{ width: '100%' }} value={region} disabled={version !== undefined} options={directories} onChange={setRegion} />
          </Field>
          <Field id="entry-type" label={words.type}>
            <Select id="entry-type" style={{ width: '100%' }} value={elements.taskType} options={types} onChange={(taskType) => change({ taskType })} />
          </Field>
        </div>
        <Field id="entry-name" label={words.name} lack={missing.of('entry-name')}>
          <Input.TextArea id="entry-name" autoSize maxLength={1000} value={elements.name} onChange={(event) => change({ name: event.target.value })} />
        </Field>
        <div className="entry-form__pair">
          <Field id="entry-code" label={words.catalogCode} help={words.catalogHelp}>
            <Input id="entry-code" maxLength={20} disabled={fixed} value={elements.catalogCode ?? ''} onChange={(event) => change({ catalogCode: event.target.value })} />
          </Field>
          <Field id="entry-local-code" label={words.localCatalogCode}>
            <Input id="entry-local-code" maxLength={40} disabled={fixed} value={elements.localCatalogCode ?? ''} onChange={(event) => change({ localCatalogCode: event.target.value })} />
          </Field>
          <Field id="entry-parent" label={words.parentCode} help={words.parentHelp}>
            <Input id="entry-parent" maxLength={40} value={elements.parentCode ?? ''} onChange={(event) => change({ parentCode: event.target.value })} />
          </Field>
          <Field id="entry-guidance" label={words.guidance} lack={missing.of('entry-guidance')}>
            <AutoComplete
              id="entry-guidance" style={{ width: '100%' }} maxLength={60} value={elements.guidanceDepartment} placeholder={words.guidanceHint}
              options={guidance.map(({ value, label }) => ({ value, label: `${label} ${value}` }))}
              showSearch={{ filterOption: (sought, option) => String(option?.label ?? '').includes(sought) }}
              onChange={(guidanceDepartment: string) => change({ guidanceDepartment })}
            />
          </Field>
          <Field id="entry-levels" label={words.levels} lack={missing.of('entry-levels')}>
            <Select id="entry-levels" mode="multiple" style={{ width: '100%' }} value={elements.useLevels} options={levels} onChange={(useLevels) => change({ useLevels })} />
          </Field>
          <Field id="entry-reform" label={words.reform}>
            <Select
              id="entry-reform" style={{ width: '100%' }} value={elements.licenceReform ?? ''}
              options={[{ value: '', label: words.unset }, ...licenceReforms.map((one) => ({ value: one, label: licenceReformLabels[one] }))]}
              onChange={(next) => { const licenceReform = licenceReforms.find((one) => one === next); setElements(({ licenceReform: _before, ...rest }) => (licenceReform ? { ...rest, licenceReform } : rest)); }}
            />
          </Field>
          <Field id="entry-plan" label={words.plan}>
            <DateField id="entry-plan" value={elements.planEffectiveDate} onChange={(date) => setElements(({ planEffectiveDate: _before, ...rest }) => (date ? { ...rest, planEffectiveDate: date } : rest))} />
          </Field>
          <Field id="entry-cancel" label={words.planCancel}>
            <DateField id="entry-cancel" value={elements.planCancelDate} onChange={(date) => setElements(({ planCancelDate: _before, ...rest }) => (date ? { ...rest, planCancelDate: date } : rest))} />
          </Field>
        </div>
        <Checkbox checked={elements.paused === true} onChange={(event) => change({ paused: event.target.checked })}>{words.paused}</Checkbox>
        <BasisList bases={elements.legalBases} onChange={(legalBases) => change({ legalBases })} />
        <PublicFields elements={elements} change={change} />
        <Field id="entry-remark" label={words.remark}>
          <Input.TextArea id="entry-remark" autoSize maxLength={500} value={elements.remark ?? ''} onChange={(event) => change({ remark: event.target.value })} />
        </Field>
      </div>
    </Drawer>
  );
}

function PublicFields({ elements, change }: { elements: EntryElements; change: (next: Partial<EntryElements>) => void }) {
  const objects = useEntries('service-object');
  const { publicElements } = elements;
  const say = (next: Partial<EntryElements['publicElements']>, gone: readonly string[] = []) => {
    const kept = Object.fromEntries(Object.entries({ ...publicElements, ...next }).filter(([name]) => !gone.includes(name)));
    change({ publicElements: kept, lockedElements: elements.lockedElements.filter((name) => !gone.includes(name)) });
  };
  const lock = (name: InheritedName): ReactNode => (
    <Switch
      size="small"
      aria-label={`${words.lock}${elementLabel(name)}`}
      checkedChildren={words.lock}
      unCheckedChildren={words.lock}
      checked={elements.lockedElements.includes(name)}
      onChange={(on) => change({ lockedElements: on ? [...elements.lockedElements, name] : elements.lockedElements.filter((one) => one !== name) })}
    />
  );
  const others = publicElementNames.filter((name) => publicElements[name] !== undefined && !edited.includes(name)).map(elementLabel);
  return (
    <section className="entry-form">
      <h2 className="section-title">{words.publicTitle}</h2>
      <p className="entry-form__help">{words.publicLead}</p>
      <div className="entry-form__label">{elementLabel('name')}{lock('name')}</div>
      <Field id="public-objects" label={words.serviceObjects} extra={publicElements.serviceObjects ? lock('serviceObjects') : null}>
        <Select
          id="public-objects" mode="multiple" style={{ width: '100%' }} placeholder={words.unset} value={publicElements.serviceObjects ?? []} options={objects}
          onChange={(serviceObjects) => say({ serviceObjects }, serviceObjects.length === 0 ? ['serviceObjects'] : [])}
        />
      </Field>
      <div className="entry-form__pair">
        <Field id="public-limit" label={words.legalLimit} extra={publicElements.legalLimit ? lock('legalLimit') : null}>
          <InputNumber
            id="public-limit" min={0} max={3650} placeholder={words.unset} suffix={words.workingDays} style={{ width: '100%' }} value={publicElements.legalLimit?.days ?? null}
            onChange={(days) => (days === null ? say({}, ['legalLimit']) : say({ legalLimit: { ...publicElements.legalLimit, days, unit: publicElements.legalLimit?.unit ?? 'working-day' } }))}
          />
        </Field>
        <Field id="public-charged" label={words.charged} extra={publicElements.charged === undefined ? null : lock('charged')}>
          <Select
            id="public-charged" style={{ width: '100%' }} value={publicElements.charged === undefined ? '' : publicElements.charged ? 'yes' : 'no'}
            options={[{ value: '', label: words.unset }, { value: 'yes', label: text.yes }, { value: 'no', label: text.no }]}
            onChange={(next) => (next === '' ? say({}, ['charged']) : say({ charged: next === 'yes' }))}
          />
        </Field>
      </div>
      <Field id="public-conditions" label={words.conditions} extra={publicElements.conditions ? lock('conditions') : null}>
        <Input.TextArea
          id="public-conditions" autoSize={{ minRows: 2, maxRows: 12 }} value={publicElements.conditions?.join('\n') ?? ''}
          onChange={(event) => (event.target.value === '' ? say({}, ['conditions']) : say({ conditions: event.target.value.split('\n') }))}
        />
      </Field>
      <MaterialList materials={publicElements.materials} lock={publicElements.materials ? lock('materials') : null} onChange={(materials) => (materials ? say({ materials }) : say({}, ['materials']))} />
      {others.length > 0 ? <p className="faint small">{words.others(others.join('、'))}</p> : null}
    </section>
  );
}

/** A labelled control. */
export function Field({ id, label, help, extra, lack, children }: { id: string; label: string; help?: string; extra?: ReactNode; lack?: string | undefined; children: ReactNode }) {
  return (
    <div>
      <div className="entry-form__label"><label htmlFor={id} style={{ margin: 0 }}>{label}</label>{extra}</div>
      {children}
      <Lack text={lack} />
      {help ? <p className="entry-form__help">{help}</p> : null}
    </div>
  );
}

/** What was left empty is not sent: the server tells apart what is said and what is not. */
function withoutEmpty(elements: EntryElements): EntryElements {
  const { catalogCode, localCatalogCode, parentCode, remark, paused, publicElements, ...rest } = elements;
  const conditions = publicElements.conditions?.map((line) => line.trim()).filter((line) => line !== '');
  return {
    ...rest, name: elements.name.trim(), ...(catalogCode?.trim() ? { catalogCode: catalogCode.trim() } : {}), ...(localCatalogCode?.trim() ? { localCatalogCode: localCatalogCode.trim() } : {}),
    ...(parentCode?.trim() ? { parentCode: parentCode.trim() } : {}), ...(remark?.trim() ? { remark: remark.trim() } : {}), ...(paused ? { paused } : {}),
    publicElements: { ...publicElements, ...(conditions ? { conditions } : {}) },
  };
}
