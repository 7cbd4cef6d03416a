import { faultActionLabels, faultSourceLabels, faultStateLabels, faultStates, listFaults, type DeviceFault, type HallDevice } from '@tongban/server/src/modules/halls/devices/contract.ts';
import { useState } from 'react';
import { api } from '../../../shared/api.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { formatMoment } from '../../../shared/format/dates.ts';
import { FilterSelect } from '../../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../../shared/list/ListFrame.tsx';
import type { Column } from '../../../shared/list/ListTable.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { usePaged } from '../../../shared/list/use-paged.ts';
import { text } from '../text.ts';
import { FaultDialog } from './FaultDialog.tsx';

const words = text.devices;
const titles = words.faults;
const tones = { reported: 'danger', handling: 'todo', solved: 'warning', confirmed: 'done' } as const;

/** Faults, the newest first; a line opens with all that was done. */
export function FaultList({ hallId, devices }: { hallId: string; devices: readonly HallDevice[] }) {
  const [filters, setFilters] = useFilters(['tab', 'state', 'deviceId']);
  const [opened, setOpened] = useState<string>();
  const state = faultStates.find((one) => one === filters.state);
  const query = { ...(state ? { state } : {}), ...(filters.deviceId ? { deviceId: filters.deviceId } : {}) };
  const paged = usePaged({ key: [listFaults.id, hallId, query], refetchInterval: 10_000, fetch: (page) => api.call(listFaults, { params: { hallId }, query: { ...query, ...page } }) });
  const fault = paged.rows.find(({ faultId }) => faultId === opened);
  const reset = () => setFilters({ state: undefined, deviceId: undefined });
  return (
    <>
      <div className="wb-page__bar">
        <FilterSelect label={titles.state} any={titles.anyState} value={state} width={130} options={faultStates.map((one) => ({ value: one, label: faultStateLabels[one] }))} onChange={(next) => setFilters({ state: next })} />
        <FilterSelect label={words.columns.name} any={titles.anyDevice} value={filters.deviceId} width={180} options={devices.map(({ deviceId, name }) => ({ value: deviceId, label: name }))} onChange={(next) => setFilters({ deviceId: next })} />
      </div>
      <ListFrame<DeviceFault>
        cards
        label={words.tabs.faults} columns={columns} paged={paged} rowKey={({ faultId }) => faultId} minWidth="60rem" empty={titles.empty} onReset={state || filters.deviceId ? reset : undefined}
        onOpen={({ faultId }) => setOpened(faultId)} rowTone={(row) => (row.state === 'confirmed' ? 'quiet' : undefined)}
      />
      {fault ? <FaultDialog key={fault.faultId + fault.version} fault={fault} hallId={hallId} onClose={() => setOpened(undefined)} /> : null}
    </>
  );
}

const columns: readonly Column<DeviceFault>[] = [
  { key: 'number', title: titles.number, width: '6rem', render: (row) => <span className="number list__strong">{titles.numberOf(row.number)}</span> },
  { key: 'state', title: titles.state, width: '6rem', render: (row) => <Tag tone={tones[row.state]}>{row.stateLabel}</Tag> },
  { key: 'device', title: words.columns.name, wrap: true, render: (row) => <>{row.deviceName}<br /><span className="faint small">{row.deviceKindName}　{row.place}</span></> },
  { key: 'kind', title: words.faultKind, width: '8rem', render: (row) => row.kindName },
  { key: 'last', title: titles.last, wrap: true, render: (row) => { const last = row.steps.at(-1); return last ? <>{faultActionLabels[last.action]}　<span className="faint small">{last.by} {last.note}</span></> : null; } },
  { key: 'source', title: titles.source, width: '8rem', render: (row) => faultSourceLabels[row.source] },
  { key: 'opened', title: titles.opened, width: '9rem', render: (row) => <span className="number">{formatMoment(row.openedAt)}</span> },
];
