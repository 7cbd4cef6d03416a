import { useQuery } from '@tanstack/react-query';
import { listItemDepartments, versionStates, type VersionState } from '@tongban/server/src/modules/catalog/contract.ts';
import { exportItems } from '@tongban/server/src/modules/item-exchange/contract.ts';
import { Button, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import { clearable } from '../../shared/form/clearable.tsx';
import { Panel } from '../../shared/page/Page.tsx';
import { useEntries } from '../../shared/use-dictionary.ts';
import { text } from './text.ts';

const words = text.export;

/** Which items to export, and as what. */
export function ExportForm() {
  const [q, setQ] = useState('');
  const [state, setState] = useState<VersionState>();
  const [taskType, setTaskType] = useState<string>();
  const [departmentId, setDepartmentId] = useState<string>();
  const [parts, setParts] = useState<'main' | 'all'>('all');
  const types = useEntries('task-type');
  const departments = useQuery({ queryKey: [listItemDepartments.id], staleTime: 300_000, queryFn: () => api.call(listItemDepartments, { query: {} }) }).data?.departments ?? [];
  const filter = { ...(q.trim() ? { q: q.trim() } : {}), ...(state ? { state } : {}), ...(taskType ? { taskType } : {}), ...(departmentId ? { departmentId } : {}) };
  return (
    <Panel>
      <p className="exchange__note" style={{ marginBottom: '0.875rem' }}>{words.lead}</p>
      <div className="exchange__form">
        <label htmlFor="export-q">{words.labels.q}</label>
        <Input id="export-q" value={q} maxLength={100} placeholder={words.q} allowClear onChange={(event) => setQ(event.target.value)} />
        <label htmlFor="export-state">{words.labels.state}</label>
        <Select id="export-state" value={state} placeholder={words.state} allowClear={clearable} options={versionStates.map((one) => ({ value: one, label: words.states[one] }))} onChange={(next: VersionState | undefined) => setState(next)} />
        <label htmlFor="export-type">{words.labels.type}</label>
        <Select id="export-type" value={taskType} placeholder={words.type} allowClear={clearable} options={types} onChange={(next: string | undefined) => setTaskType(next)} />
        <label htmlFor="export-department">{words.labels.department}</label>
        <Select
          id="export-department" value={departmentId} placeholder={words.department} allowClear={clearable} showSearch={{ optionFilterProp: 'label' }}
          options={departments.map((one) => ({ value: one.id, label: one.name }))} onChange={(next: string | undefined) => setDepartmentId(next)}
        />
        <span id="export-parts">{words.parts}</span>
        <Radio.Group
          aria-labelledby="export-parts" value={parts} onChange={(event) => setParts(event.target.value === 'main' ? 'main' : 'all')}
          options={[{ value: 'all', label: words.all }, { value: 'main', label: words.main }]}
        />
        <div className="is-actions">
          <Button type="primary" href={api.url(exportItems, { query: { ...filter, format: 'xlsx', parts } })}>{words.xlsx}</Button>
          <Button href={api.url(exportItems, { query: { ...filter, format: 'json' } })}>{words.json}</Button>
        </div>
      </div>
    </Panel>
  );
}
