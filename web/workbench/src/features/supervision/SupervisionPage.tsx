import { Button, Segmented, Select } from 'antd';
import { useNavigate } from 'react-router';
import { useFilters } from '../../shared/list/use-filters.ts';
import { Page } from '../../shared/page/Page.tsx';
import { links } from '../../shared/links.ts';
import { BoardTable } from './BoardTable.tsx';
import { SignalList } from './SignalList.tsx';
import { text } from './text.ts';
import { useBoard } from './use-board.ts';
import { WatchedCases } from './WatchedCases.tsx';
import { formatTime } from '../../shared/format/dates.ts';
import { Views } from './views/Views.tsx';
import './supervision.css';

const tabs = ['board', 'views', 'cases', 'signals'] as const;
type Tab = (typeof tabs)[number];
const periods = [7, 30, 90];
/** What a number of a view leaves behind when something else is looked at. */
const noDrill = { itemId: undefined, regionCode: undefined, handlerId: undefined, windowKey: undefined, name: undefined, verified: undefined };

/** The live board: every department's clocks now, the cases behind each number, and the signals (SUP-01, SUP-03). */
export function SupervisionPage() {
  const navigate = useNavigate();
  const [filters, setFilters] = useFilters(['tab', 'days', 'organizationId', 'level', 'state', 'signalId', 'itemId', 'regionCode', 'handlerId', 'windowKey', 'name', 'verified']);
  const tab: Tab = tabs.find((one) => one === filters.tab) ?? (filters.organizationId ? 'cases' : 'board');
  const days = periods.find((one) => String(one) === filters.days) ?? 30;
  const board = useBoard(days);
  return (
    <Page
      fill
      title={text.title}
      aside={board.data ? `${text.at(formatTime(board.data.at))}　${text.live}` : text.live}
      actions={
        <>
          {tab === 'board' ? (
            <Select
              value={days}
              style={{ width: 140 }}
              aria-label={text.columns.closed}
              options={periods.map((one) => ({ value: one, label: text.period[one] }))}
              onChange={(next) => setFilters({ days: String(next) })}
            />
          ) : null}
          {tab === 'signals' ? <Button onClick={() => { void navigate(links.supervisionRules()); }}>{text.rulesLink}</Button> : null}
          <Segmented<Tab>
            value={tab}
            options={tabs.map((one) => ({ value: one, label: text.tabs[one] }))}
            onChange={(next) => setFilters({ tab: next, signalId: undefined, ...noDrill })}
          />
        </>
      }
    >
      {tab === 'views' ? (
        <Views onCases={({ name, level, state, verified, ...place }) => setFilters({ tab: verified ? 'signals' : 'cases', organizationId: undefined, signalId: undefined, ...noDrill, ...place, name, level, state, verified })} />
      ) : null}
      {tab === 'board' ? (
        <BoardTable board={board} onOpen={(organizationId, level, state) => setFilters({ tab: 'cases', organizationId, level, state })} />
      ) : null}
      {tab === 'cases' ? (
        <WatchedCases
          drill={filters}
          onAll={() => setFilters({ organizationId: undefined, level: undefined, state: undefined, ...noDrill })}
          departments={board.data?.departments ?? []}
          organizationId={filters.organizationId}
          level={filters.level}
          state={filters.state}
          onFilter={setFilters}
        />
      ) : null}
      {tab === 'signals' ? (
        <SignalList
          signalId={filters.signalId}
          drill={filters}
          onAll={() => setFilters({ signalId: undefined, state: filters.signalId ? 'all' : filters.state, ...noDrill })}
          departments={board.data?.departments ?? []}
          organizationId={filters.organizationId}
          level={filters.level}
          state={filters.state}
          onFilter={setFilters}
        />
      ) : null}
    </Page>
  );
}
