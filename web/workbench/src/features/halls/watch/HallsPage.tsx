import { useQuery } from '@tanstack/react-query';
import { listManagedHalls } from '@tongban/server/src/modules/halls/configuration.contract.ts';
import type { ResponseOf } from '@tongban/contract-kit';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../../shared/api.ts';
import { links } from '../../../shared/links.ts';
import { Empty } from '../../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../../shared/list/ListTable.tsx';
import { Page } from '../../../shared/page/Page.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { useHolds } from '../../../shared/session/session.ts';
import { CreateDialog } from '../settings/CreateDialog.tsx';
import { text } from '../text.ts';

const words = text.watch;
const titles = words.columns;
type Hall = ResponseOf<typeof listManagedHalls>['items'][number];

/** Halls of one's scope, with how they stand now (HAL-01). */
export function HallsPage() {
  const halls = useQuery({ queryKey: [listManagedHalls.id], queryFn: () => api.call(listManagedHalls, {}), refetchInterval: 10_000 });
  const mayConfigure = useHolds('halls.hall.configure');
  const [creating, setCreating] = useState(false);
  const navigate = useNavigate();
  const [title, detail] = mayConfigure ? words.noHalls : words.noHallsReader;
  return (
    <Page fill title={words.title} actions={mayConfigure ? <Button type="primary" onClick={() => setCreating(true)}>{words.newHall}</Button> : null}>
      <QueryState query={halls}>
        {({ items }) => <div className="frame"><ListTable cards label={words.halls} columns={columnsFor((hallId) => void navigate(links.hallSettings(hallId)))} rows={items} rowKey={({ hallId }) => hallId} minWidth="54rem" empty={<Empty title={title ?? ''}>{detail}</Empty>} onOpen={({ hallId }) => void navigate(links.hall(hallId))} /></div>}
      </QueryState>
      {creating ? <CreateDialog onClose={() => setCreating(false)} /> : null}
    </Page>
  );
}

function columnsFor(configure: (hallId: string) => void): Column<Hall>[] {
  return [
    { key: 'hall', title: titles.hall, wrap: true, render: (row) => <><span className="list__strong">{row.name}</span><br /><span className="faint small">{row.address}</span></> },
    { key: 'windows', title: titles.windows, width: '11rem', align: 'right', render: (row) => <span className="number">{row.openWindows}／{row.windows}</span> },
    { key: 'waiting', title: titles.waiting, width: '6rem', align: 'right', render: (row) => <span className="number">{row.waiting}</span> },
    { key: 'today', title: titles.today, width: '7rem', align: 'right', render: (row) => <span className="number">{row.servedToday}</span> },
    { key: 'action', title: titles.action, width: '6rem', align: 'right', render: (row) => (row.abilities.configure ? <Button size="small" onClick={(event) => { event.stopPropagation(); configure(row.hallId); }}>{words.settings}</Button> : null) },
  ];
}
