import { listSimulatedSms, type SimulatedSms } from '@tongban/server/src/kernel/messaging/contract.ts';
import { formatMoment } from '../../../shared/format/dates.ts';
import { ListFrame } from '../../../shared/list/ListFrame.tsx';
import type { Column } from '../../../shared/list/ListTable.tsx';
import { SearchField } from '../../../shared/list/SearchField.tsx';
import { useListed } from '../../../shared/list/use-listed.ts';
import { text } from '../text.ts';

const words = text.outbox;

const columns: readonly Column<SimulatedSms>[] = [
  { key: 'at', title: words.columns.at, width: '9rem', fixed: true, render: (row) => <span className="number">{formatMoment(row.sentAt)}</span> },
  { key: 'mobile', title: words.columns.mobile, width: '8.5rem', render: (row) => <span className="number list__strong">{row.mobile}</span> },
  { key: 'text', title: words.columns.text, wrap: true, render: (row) => row.text },
  { key: 'template', title: words.columns.template, width: '12rem', wrap: true, render: (row) => <span title={row.templateKey}>{row.templateName}</span> },
];

/** The simulator's SMS, newest first. */
export function SimulatedSmsList({ mobile, onFilter }: { mobile: string | undefined; onFilter: (mobile: string | undefined) => void }) {
  const query = mobile ? { mobile } : {};
  const paged = useListed(listSimulatedSms, query, { refetchInterval: 15_000 });
  return (
    <>
      <div className="wb-page__bar"><SearchField value={mobile} placeholder={words.filter.mobile} onChange={onFilter} /></div>
      <ListFrame
        label={words.tabs.simulated} columns={columns} rowKey={(row) => row.id} paged={paged} minWidth="56rem"
        empty={words.empty}
      />
    </>
  );
}
