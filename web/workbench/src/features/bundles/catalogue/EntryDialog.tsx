import { addBundles, listBundleCatalogue, type BundleEntry, type BundleSummary } from '@tongban/server/src/modules/bundles/contract.ts';
import { Alert, App, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api.ts';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../../shared/text.ts';
import { useAction } from '../../../shared/use-action.ts';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';

const words = text.entry;

/** Adds an entry to the catalogue, or changes what the list says of one. */
export function EntryDialog({ bundle, onClose }: { bundle?: BundleSummary; onClose: () => void }) {
  const [entry, setEntry] = useState<BundleEntry>({
    code: bundle?.code ?? '', name: bundle?.name ?? '', batch: bundle?.batch ?? '', audience: bundle?.audience ?? 'person',
    leadDepartmentName: bundle?.leadDepartmentName ?? '', cooperatingDepartmentNames: bundle?.cooperatingDepartmentNames ?? [],
  });
  const [refused, setRefused] = useState<string>();
  /** Name of the entry that has the code already, and the code it was told for. */
  const [known, setKnown] = useState<{ code: string; name: string }>();
  const add = useAction(addBundles);
  const refresh = useRefresh();
  const { message } = App.useApp();
  const change = (part: Partial<BundleEntry>) => setEntry((before) => ({ ...before, ...part }));
  const taken = known?.code === entry.code;
  const rightCode = /^[0-9A-Za-z-]+$/.test(entry.code);
  const missing = useMissing({
    'entry-code': entry.code === '' ? sharedText.missing.write(words.code) : taken ? words.duplicate(known.name) : !rightCode && words.badCode,
    'entry-name': entry.name.trim() === '' && sharedText.missing.write(words.name),
  });
  const check = async () => {
    if (!missing.check()) return;
    if (bundle === undefined) {
      // Whatever keeps the list from answering, saving tells.
      const { items } = await api.call(listBundleCatalogue, { query: { q: entry.code, limit: 100 } }).catch(() => ({ items: [] }));
      const same = items.find(({ code }) => code === entry.code);
      if (same) return setKnown({ code: same.code, name: same.name });
    }
    send();
  };
  const send = () => {
    setRefused(undefined);
    const { batch = '', leadDepartmentName = '', ...rest } = entry;
    const [given, lead] = [batch.trim(), leadDepartmentName.trim()];
    void add.run({ body: { entries: [{ ...rest, name: rest.name.trim(), ...(given ? { batch: given } : {}), ...(lead ? { leadDepartmentName: lead } : {}) }] } }, ({ rows: [row] }) => {
      if (!row || row.outcome === 'refused') return setRefused(row?.reasons.join('') ?? words.refused);
      void message.success(words[row.outcome]);
      refresh();
      onClose();
    });
  };
  return (
    <Modal open title={bundle ? words.editTitle : words.addTitle} okText={words.save} cancelText={text.cancel} confirmLoading={add.busy} onOk={() => { void check(); }} onCancel={onClose} width={560}>
      <div className="bundle-dialog">
        <ProblemAlert problem={refused === undefined ? add.problem : { type: '', status: 0, kind: 'forbidden', code: 'bundles.refused', title: words.refused, detail: refused, traceId: '' }} />
        {taken ? <Alert type="error" showIcon title={words.duplicate(known.name)} /> : null}
        <label htmlFor="entry-code">{words.code}</label>
        <Input id="entry-code" value={entry.code} maxLength={40} disabled={bundle !== undefined} status={taken || (entry.code !== '' && !rightCode) ? 'error' : ''} onChange={({ target }) => change({ code: target.value.trim() })} />
        {missing.of('entry-code') && !taken ? <Lack text={missing.of('entry-code')} /> : <p className={entry.code !== '' && !rightCode ? 'bundle-dialog__fault' : 'faint small'}>{words.codeHelp}</p>}
        <label htmlFor="entry-name">{words.name}</label>
        <Input id="entry-name" value={entry.name} maxLength={200} onChange={({ target }) => change({ name: target.value })} />
        <Lack text={missing.of('entry-name')} />
        <label htmlFor="entry-batch">{words.batch}</label>
        <Input id="entry-batch" value={entry.batch ?? ''} maxLength={60} placeholder={words.batchHelp} onChange={({ target }) => change({ batch: target.value })} />
        <span className="bundle-dialog__label" id="entry-audience">{words.audience}</span>
        <Radio.Group aria-labelledby="entry-audience" value={entry.audience} options={[{ value: 'person', label: text.audiences.person }, { value: 'company', label: text.audiences.company }]} onChange={({ target }) => change({ audience: target.value === 'company' ? 'company' : 'person' })} />
        <label htmlFor="entry-lead">{words.lead}</label>
        <Input id="entry-lead" value={entry.leadDepartmentName ?? ''} maxLength={100} placeholder={words.leadHelp} onChange={({ target }) => change({ leadDepartmentName: target.value })} />
        <label htmlFor="entry-cooperating">{words.cooperating}</label>
        <Select id="entry-cooperating" mode="tags" open={false} suffixIcon={null} value={entry.cooperatingDepartmentNames} tokenSeparators={['、', '，', ',']} placeholder={words.cooperatingHelp} onChange={(names: string[]) => change({ cooperatingDepartmentNames: names.map((name) => name.trim().slice(0, 100)).filter(Boolean).slice(0, 40) })} />
      </div>
    </Modal>
  );
}
