import { useQuery } from '@tanstack/react-query';
import { exportDeviceDays, getDeviceDay, listDeviceDays, type DeviceDay, type DeviceDayLine } from '@tongban/server/src/modules/halls/devices/contract.ts';
import { Button } from 'antd';
import { api } from '../../../shared/api.ts';
import { addDays, formatDate, today } from '../../../shared/format/dates.ts';
import { DateField } from '../../../shared/list/DateField.tsx';
import { Empty } from '../../../shared/list/Empty.tsx';
import { ListFrame } from '../../../shared/list/ListFrame.tsx';
import { ListTable, type Column } from '../../../shared/list/ListTable.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { usePaged } from '../../../shared/list/use-paged.ts';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { text } from '../text.ts';

const words = text.devices.days;

/** Daily reports; a day opens device by device, and some days go out as a workbook. */
export function DayList({ hallId }: { hallId: string }) {
  const [filters, setFilters] = useFilters(['tab', 'day', 'from', 'to']);
  const from = filters.from ?? addDays(today(), -30);
  const to = filters.to ?? today();
  const paged = usePaged({ key: [listDeviceDays.id, hallId], fetch: (page) => api.call(listDeviceDays, { params: { hallId }, query: page }) });
  if (filters.day) return <Day hallId={hallId} day={filters.day} onBack={() => setFilters({ day: undefined })} />;
  return (
    <>
      <div className="wb-page__bar">
        <span className="muted">{words.from}</span><DateField value={from} label={words.from} onChange={(next) => setFilters({ from: next })} />
        <span className="muted">{words.to}</span><DateField value={to} label={words.to} onChange={(next) => setFilters({ to: next })} />
        {from <= to ? <Button href={api.url(exportDeviceDays, { params: { hallId }, query: { from, to } })}>{words.export}</Button> : <span className="muted">{words.backwards}</span>}
      </div>
      <ListFrame<DeviceDay> cards label={text.devices.tabs.days} columns={dayColumns} paged={paged} rowKey={({ day }) => day} minWidth="44rem" empty={words.empty} onOpen={({ day }) => setFilters({ day })} />
    </>
  );
}

function Day({ hallId, day, onBack }: { hallId: string; day: string; onBack: () => void }) {
  const report = useQuery({ queryKey: [getDeviceDay.id, hallId, day], queryFn: () => api.call(getDeviceDay, { params: { hallId, day } }) });
  const [title, detail] = words.empty;
  return (
    <>
      <div className="wb-page__bar"><Button onClick={onBack}>{words.back}</Button><b>{formatDate(day)}</b></div>
      <QueryState query={report}>{({ items }) => <div className="frame"><ListTable cards label={formatDate(day)} columns={lineColumns} rows={items} rowKey={({ deviceId }) => deviceId} minWidth="48rem" empty={<Empty title={title ?? ''}>{detail}</Empty>} /></div>}</QueryState>
    </>
  );
}

type Counted = Pick<DeviceDay, 'expected' | 'received' | 'offlineMinutes' | 'faults'>;
const count = (key: keyof Counted): Column<Counted> => ({ key, title: words[key], width: '8rem', align: 'right', render: (row) => <span className="number">{row[key]}</span> });
const counts = [count('expected'), count('received'), count('offlineMinutes'), count('faults')];

const dayColumns: readonly Column<DeviceDay>[] = [
  { key: 'day', title: words.day, render: ({ day }) => <span className="list__strong">{formatDate(day)}</span> },
  { key: 'devices', title: words.devices, width: '7rem', align: 'right', render: ({ devices }) => <span className="number">{devices}</span> }, ...counts,
];

const lineColumns: readonly Column<DeviceDayLine>[] = [
  { key: 'name', title: text.devices.columns.name, render: (row) => <span className="list__strong">{row.name}</span> }, { key: 'kind', title: text.devices.columns.kind, width: '8rem', render: (row) => row.kindName },
  { key: 'place', title: text.devices.columns.place, width: '10rem', render: (row) => row.place }, ...counts,
];
