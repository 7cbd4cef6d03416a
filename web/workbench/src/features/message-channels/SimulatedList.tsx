import { outsideChannels } from '@tongban/server/src/kernel/messaging/channels.contract.ts';
import { listSimulatedMessages, type SimulatedMessage } from '@tongban/server/src/kernel/messaging/contract.ts';
import { formatMoment } from '../../shared/format/dates.ts';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { SearchField } from '../../shared/list/SearchField.tsx';
import { useListed } from '../../shared/list/use-listed.ts';
import type { PartProps } from './part.ts';
import { text } from './text.ts';

const columns: readonly Column<SimulatedMessage>[] = [
  { key: 'at', title: text.columns.at, width: '9rem', fixed: true, render: (row) => <span className="number">{formatMoment(row.sentAt)}</span> },
  { key: 'channel', title: text.channel, width: '6rem', render: (row) => text.channels[row.channel] },
  { key: 'address', title: text.columns.address, width: '11rem', render: (row) => <span className="number list__strong">{row.address}</span> },
  { key: 'text', title: text.columns.text, wrap: true, render: (row) => <>{row.channel === 'sms' || row.title === '' ? null : <span className="list__strong">{row.title}　</span>}{row.text}</> },
  { key: 'template', title: text.columns.template, width: '12rem', wrap: true, render: (row) => <span title={row.templateKey}>{row.templateName}</span> },
];

/** What channels without a gateway would have sent, newest first. */
export function SimulatedList({ filters, onFilter }: PartProps) {
  const channel = outsideChannels.find((one) => one === filters.channel);
  const paged = useListed(listSimulatedMessages, { ...(channel ? { channel } : {}), ...(filters.to ? { to: filters.to } : {}) }, { refetchInterval: 15_000 });
  return (
    <>
      <div className="wb-page__bar">
        <FilterSelect label={text.channel} any={text.allChannels} value={channel} width="9.5rem" options={outsideChannels.map((one) => ({ value: one, label: text.channels[one] }))} onChange={(next) => onFilter({ channel: next })} />
        <SearchField value={filters.to} placeholder={text.filter.to} onChange={(to) => onFilter({ to })} />
      </div>
      <ListFrame cards label={text.tabs.simulated} columns={columns} rowKey={(row) => row.id} paged={paged} minWidth="62rem" empty={text.noSimulated} />
    </>
  );
}
