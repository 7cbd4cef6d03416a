import { useQuery } from '@tanstack/react-query';
import { labelSample, listDocumentTypes, listSamples, sampleOriginLabels, sampleOrigins, type Sample } from '@tongban/server/src/modules/recognition/contract.ts';
import { App, Button, Checkbox, Form, Modal, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { formatMoment } from '../../shared/format/dates.ts';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';
import { useRecognitionAbilities } from './use-overview.ts';

const titles = text.columns;
const columns: readonly Column<Sample>[] = [
  { key: 'type', title: titles.name, width: '13rem', render: (row) => <>{row.typeName}{row.excluded ? <> <Tag>{text.samples.excludedTag}</Tag></> : null}</> },
  { key: 'excerpt', title: titles.excerpt, render: (row) => <span className="muted">{row.excerpt}</span> },
  { key: 'origin', title: titles.origin, width: '7rem', render: (row) => sampleOriginLabels[row.origin] },
  { key: 'labelled', title: titles.labelled, width: '14rem', render: (row) => <>{row.labelledByName}　<span className="number faint">{formatMoment(row.labelledAt)}</span></> },
];

/** Labelled samples: texts without what they say of anybody, with the kind that a person named. */
export function SampleList() {
  const [filters, setFilters] = useFilters(['tab', 'typeCode', 'origin']);
  const mayLabel = useRecognitionAbilities().train;
  const [shown, setShown] = useState<Sample>();
  const types = useQuery({ queryKey: [listDocumentTypes.id, 'all'], queryFn: () => api.call(listDocumentTypes, { query: { limit: 100 } }) }).data?.items ?? [];
  const origin = sampleOrigins.find((one) => one === filters.origin);
  const query = { ...(filters.typeCode ? { typeCode: filters.typeCode } : {}), ...(origin ? { origin } : {}) };
  const paged = useListed(listSamples, query);
  const filtered = Object.keys(query).length > 0;
  const clear = () => setFilters({ typeCode: undefined, origin: undefined });
  return (
    <>
      <div className="wb-page__bar">
        <FilterSelect label={titles.name} any={text.anyType} value={filters.typeCode} width={200} search options={types.map(({ code, name }) => ({ value: code, label: name }))} onChange={(typeCode) => setFilters({ typeCode })} />
        <FilterSelect label={titles.origin} any={text.anyOrigin} value={origin} width={130} options={sampleOrigins.map((one) => ({ value: one, label: sampleOriginLabels[one] }))} onChange={(next) => setFilters({ origin: next })} />
        {filtered ? <Button type="link" onClick={clear}>{text.reset}</Button> : null}
      </div>
      <ListFrame<Sample> label={text.tabs.samples} columns={columns} rowKey={(row) => row.id} paged={paged} minWidth="60rem" empty={text.emptySamples} onReset={filtered ? clear : undefined} {...(mayLabel ? { onOpen: setShown } : {})} />
      {shown ? <LabelDialog sample={shown} types={types} onClose={() => setShown(undefined)} onDone={() => { setShown(undefined); paged.refresh(); }} /> : null}
    </>
  );
}

function LabelDialog({ sample, types, onClose, onDone }: { sample: Sample; types: readonly { code: string; name: string }[]; onClose: () => void; onDone: () => void }) {
  const { message } = App.useApp();
  const [typeCode, setTypeCode] = useState(sample.typeCode ?? '');
  const [excluded, setExcluded] = useState(sample.excluded);
  const action = useAction(labelSample);
  const send = () => {
    void action.run({ params: { sampleId: sample.id }, body: { typeCode: typeCode === '' ? null : typeCode, excluded } }, () => {
      void message.success(text.samples.saved);
      onDone();
    });
  };
  return (
    <Modal open title={text.samples.labelTitle} okText={text.samples.ok} cancelText={text.cancel} confirmLoading={action.busy} width={520} onCancel={onClose} onOk={send}>
      <ProblemAlert problem={action.problem} onRefresh={onDone} />
      <p className="muted">{sample.excerpt}</p>
      <Form layout="vertical">
        <Form.Item label={text.samples.kind} htmlFor="sample-type"><Select id="sample-type" value={typeCode} options={[...types.map(({ code, name }) => ({ value: code, label: name })), { value: '', label: text.samples.other }]} onChange={setTypeCode} /></Form.Item>
        <Checkbox checked={excluded} onChange={({ target }) => setExcluded(target.checked)}>{text.samples.excluded}</Checkbox>
      </Form>
    </Modal>
  );
}
