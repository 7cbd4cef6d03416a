import { useQuery, useQueryClient } from '@tanstack/react-query';
import { listSharingServices, saveSharingService, type SharingService } from '@tongban/server/src/modules/data-elements/contract.ts';
import { Alert, App, Button, Checkbox, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { formatMoment } from '../../shared/format/dates.ts';
import { Empty } from '../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../shared/list/ListTable.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const words = text.services;
const columns: readonly Column<SharingService>[] = [
  { key: 'name', title: words.columns.name, width: '18rem', fixed: true, render: (row) => <>{row.name}<br /><span className="faint small">{row.code}</span></> },
  { key: 'provider', title: words.columns.provider, render: (row) => row.provider },
  { key: 'state', title: words.columns.state, width: '7rem', render: (row) => <Tag tone={row.enabled ? 'done' : 'neutral'}>{row.enabled ? words.on : words.off}</Tag> },
  { key: 'edited', title: words.columns.edited, width: '14rem', render: (row) => <>{row.editedByName}　<span className="number faint">{formatMoment(row.editedAt)}</span></> },
];

/** The catalogue of data-sharing services, and whether anybody is asked at all (FRM-02). */
export function ServiceList() {
  const services = useQuery({ queryKey: [listSharingServices.id], queryFn: () => api.call(listSharingServices, {}) });
  const [editing, setEditing] = useState<SharingService | 'new'>();
  return (
    <QueryState query={services} lines={6}>
      {({ connected, services: rows, abilities: { edit: mayEdit } }) => (
        <>
          <div className="wb-page__bar">
            <Alert className="form-management__state" type={connected ? 'success' : 'info'} showIcon title={connected ? words.connected : words.notConnected} />
            {mayEdit ? <Button type="primary" className="form-management__add" onClick={() => setEditing('new')}>{words.add}</Button> : null}
          </div>
          <div className="frame">
            <ListTable<SharingService>
              label={text.tabs.services} columns={columns} rows={rows} rowKey={(row) => row.code} empty={<Empty title={words.empty[0] ?? ''}>{words.empty[1]}</Empty>}
              {...(mayEdit ? { onOpen: setEditing } : {})}
            />
          </div>
          {editing === undefined ? null : <ServiceDialog service={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
        </>
      )}
    </QueryState>
  );
}

function ServiceDialog({ service, onClose }: { service: SharingService | undefined; onClose: () => void }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const [code, setCode] = useState(service?.code ?? '');
  const [name, setName] = useState(service?.name ?? '');
  const [provider, setProvider] = useState(service?.provider ?? '');
  const [enabled, setEnabled] = useState(service?.enabled ?? true);
  const action = useAction(saveSharingService);
  const refresh = () => client.invalidateQueries({ queryKey: [listSharingServices.id] });
  const missing = useMissing({
    'service-code': !/^[a-z][a-z0-9-]+$/.test(code.trim()) && words.codeLack, 'service-name': name.trim() === '' && words.nameLack, 'service-provider': provider.trim() === '' && words.providerLack,
  });
  const send = () => {
    if (!missing.check()) return;
    void action.run({ params: { service: code.trim() }, body: { revision: service?.revision ?? 0, name: name.trim(), provider: provider.trim(), enabled } }, () => {
      void message.success(words.saved);
      void refresh();
      onClose();
    });
  };
  return (
    <Modal open title={service ? words.editTitle(service.name) : words.addTitle} okText={text.save} cancelText={text.cancel} confirmLoading={action.busy} onCancel={onClose} onOk={send}>
      <ProblemAlert problem={action.problem} onRefresh={() => { void refresh(); onClose(); }} />
      <Form layout="vertical">
        <Form.Item label={words.code} htmlFor="service-code" {...missing.item('service-code')}><Input id="service-code" maxLength={60} disabled={service !== undefined} value={code} onChange={({ target }) => setCode(target.value)} /></Form.Item>
        <Form.Item label={words.name} htmlFor="service-name" {...missing.item('service-name')}><Input id="service-name" maxLength={60} value={name} onChange={({ target }) => setName(target.value)} /></Form.Item>
        <Form.Item label={words.provider} htmlFor="service-provider" {...missing.item('service-provider')}><Input id="service-provider" maxLength={60} value={provider} onChange={({ target }) => setProvider(target.value)} /></Form.Item>
        <Checkbox checked={enabled} onChange={({ target }) => setEnabled(target.checked)}>{words.enabled}</Checkbox>
      </Form>
    </Modal>
  );
}
