import { DownloadOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import { exportAuditEntries, listAuditEntries, type AuditEntry } from '@tongban/server/src/kernel/access/contract.ts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { addDays, formatMoment } from '../../../shared/format/dates.ts';
import { DateField } from '../../../shared/list/DateField.tsx';
import { FilterSelect } from '../../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../../shared/list/ListFrame.tsx';
import type { Column } from '../../../shared/list/ListTable.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { useListed } from '../../../shared/list/use-listed.ts';
import { Page } from '../../../shared/page/Page.tsx';
import { StaffPicker } from '../../../shared/staff/StaffPicker.tsx';
import { auditNames } from '../locale/audit.zh-CN.ts';
import { actorKindName, channelName, choicesOf, entryName, objectName } from '../names.ts';
import { text } from '../text.ts';
import { AuditDrawer } from './AuditDrawer.tsx';
import { ChainCheck } from './ChainCheck.tsx';
import '../administration.css';

const words = text.audit;
const titles = words.columns;

const columns: readonly Column<AuditEntry>[] = [
  { key: 'at', title: titles.at, width: '9rem', fixed: true, render: (row) => <span className="number">{formatMoment(row.at)}</span> },
  { key: 'actor', title: titles.actor, width: '10rem', render: (row) => <><span className="list__strong">{row.actor.name}</span> <span className="faint">{actorKindName(row.actor.kind)}</span></> },
  { key: 'action', title: titles.action, width: '9rem', render: entryName },
  { key: 'object', title: titles.object, width: '13rem', render: (row) => <>{objectName(row.objectType)} <span className="faint code">{row.objectId}</span></> },
  { key: 'result', title: titles.result, width: '5.5rem', render: (row) => <Tag tone={row.result === 'done' ? 'neutral' : 'warning'}>{words.results[row.result] ?? row.result}</Tag> },
  { key: 'purpose', title: titles.purpose, render: (row) => <span className="muted">{row.purpose ?? '—'}</span> },
  { key: 'channel', title: titles.channel, width: '5rem', render: (row) => channelName(row.channel) },
  { key: 'ip', title: titles.ip, width: '8rem', render: (row) => <span className="code">{row.ip}</span> },
  { key: 'sequence', title: titles.sequence, width: '5.5rem', align: 'right', render: (row) => row.sequence ?? <span className="faint">{words.detail.pending}</span> },
];

const auditResults = ['done', 'refused'] as const;
const unfiltered = { from: undefined, to: undefined, actorId: undefined, action: undefined, objectType: undefined, objectId: undefined, result: undefined };

/** The start of a day of the platform's time zone as an instant. */
function dayStart(date: string): string {
  return new Date(`${date}T00:00:00+08:00`).toISOString();
}

/** Who did what, when and why (ORG-05); narrowed by filters and taken away as CSV. */
export function AuditPage() {
  const [filters, setFilters, reset] = useFilters(['from', 'to', 'actorId', 'action', 'objectType', 'objectId', 'result']);
  const [entry, setEntry] = useState<AuditEntry>();
  const result = auditResults.find((one) => one === filters.result);
  const query = {
    ...(filters.from ? { from: dayStart(filters.from) } : {}), ...(filters.to ? { to: dayStart(addDays(filters.to, 1)) } : {}),
    ...(filters.actorId ? { actorId: filters.actorId } : {}), ...(filters.action ? { action: filters.action } : {}),
    ...(filters.objectType ? { objectType: filters.objectType } : {}), ...(filters.objectId ? { objectId: filters.objectId } : {}), ...(result ? { result } : {}),
  };
  const paged = useListed(listAuditEntries, query);
  return (
    <Page
      fill title={words.title}
      actions={(
        <>
          <ChainCheck icon={<SafetyCertificateOutlined />} />
          <Button icon={<DownloadOutlined />} href={api.url(exportAuditEntries, { query })} download>{words.export}</Button>
        </>
      )}
      bar={(
        <>
          <DateField value={filters.from} placeholder={words.filter.from} onChange={(from) => setFilters({ from })} />
          <DateField value={filters.to} placeholder={words.filter.to} onChange={(to) => setFilters({ to })} />
          <div className="audit__actor" aria-label={words.filter.actor}><StaffPicker value={filters.actorId} name={paged.rows.find(({ actor }) => actor.id === filters.actorId)?.actor.name} onChange={(actorId) => setFilters({ actorId })} /></div>
          <FilterSelect
            label={titles.action} any={words.filter.action} value={filters.action} width="11rem" search
            options={choicesOf(auditNames.actions)} onChange={(action) => setFilters({ action })}
          />
          <FilterSelect
            label={titles.object} any={words.filter.object} value={filters.objectType} width="8.5rem" search
            options={choicesOf(auditNames.objects)} onChange={(objectType) => setFilters({ objectType })}
          />
          <Input.Search
            key={filters.objectId ?? ''} defaultValue={filters.objectId ?? ''} style={{ width: '11.5rem' }} allowClear placeholder={words.filter.objectId} aria-label={words.filter.objectId} maxLength={100}
            onSearch={(objectId) => setFilters({ objectId: objectId.trim() })}
          />
          <FilterSelect
            label={titles.result} any={words.filter.result} value={result} width="7.5rem"
            options={choicesOf(words.results)} onChange={(next) => setFilters({ result: next })}
          />
          {Object.keys(filters).length > 0 ? <Button type="link" onClick={reset}>{text.reset}</Button> : null}
        </>
      )}
    >
      <ListFrame
        label={words.title} columns={columns} rowKey={(row) => row.id} paged={paged} minWidth="76rem" onOpen={setEntry}
        rowTone={(row) => (row.result === 'refused' ? 'warning' : undefined)} empty={words.empty} onReset={Object.keys(filters).length > 0 ? reset : undefined}
      />
      <AuditDrawer
        entry={entry} onClose={() => setEntry(undefined)}
        onNarrow={(change) => { setFilters({ ...unfiltered, ...change }); setEntry(undefined); }}
      />
    </Page>
  );
}
