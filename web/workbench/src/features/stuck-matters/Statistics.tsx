import { useQuery } from '@tanstack/react-query';
import { exportMatterStatistics, getMatterStatistics, type MatterStatistics, type StatisticsLine } from '@tongban/server/src/modules/stuck-matters/contract.ts';
import { Button } from 'antd';
import { api } from '../../shared/api.ts';
import { DateField } from '../../shared/list/DateField.tsx';
import { Empty } from '../../shared/list/Empty.tsx';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { Panel } from '../../shared/page/Page.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { useGovernedRegions } from '../../shared/use-governed-regions.ts';
import { text } from './text.ts';

const words = text.statistics;
const ways = ['byReason', 'byOrganization', 'byRegion', 'byCause'] as const;
type Way = (typeof ways)[number];
type Drill = Partial<Record<'tab' | 'reason' | 'organizationId' | 'region' | 'from' | 'to', string>>;

/** Matters by reason, department, region and root cause; a name opens the list behind it (STK-02). */
export function Statistics({ onDrill }: { onDrill: (change: Drill) => void }) {
  const [filters, setFilters] = useFilters(['from', 'to', 'region']);
  const regions = useGovernedRegions();
  const query = { ...(filters.from ? { from: filters.from } : {}), ...(filters.to ? { to: filters.to } : {}), ...(filters.region ? { regionCode: filters.region } : {}) };
  const statistics = useQuery({ queryKey: [getMatterStatistics.id, query], queryFn: () => api.call(getMatterStatistics, { query }), placeholderData: (before) => before });
  const drill = (way: Way, key: string) => {
    const period = { ...(filters.from ? { from: filters.from } : {}), ...(filters.to ? { to: filters.to } : {}) };
    onDrill({ tab: 'list', ...period, ...(way === 'byReason' ? { reason: key } : way === 'byOrganization' ? { organizationId: key } : { region: key }) });
  };
  return (
    <>
      <div className="wb-page__bar">
        <DateField value={filters.from} placeholder={text.columns.from} onChange={(from) => setFilters({ from })} />
        <DateField value={filters.to} placeholder={text.columns.to} onChange={(to) => setFilters({ to })} />
        {regions.length > 1 ? <FilterSelect label={text.columns.region} any={text.any.region} value={filters.region} width={140} search options={regions} onChange={(region) => setFilters({ region })} /> : null}
        <Button href={api.url(exportMatterStatistics, { query })}>{words.export}</Button>
      </div>
      <QueryState query={statistics}>
        {(data) => (data.total.total === 0 ? <Empty title={words.empty[0] ?? ''}>{words.empty[1]}</Empty> : (
          <div className="matter-scroll">
            <Tiles total={data.total} />
            <div className="matter-grid">{ways.map((way) => <Table key={way} way={way} data={data} onOpen={(key) => drill(way, key)} />)}</div>
            <p className="faint small">{words.rule}</p>
          </div>
        ))}
      </QueryState>
    </>
  );
}

function Tiles({ total }: { total: StatisticsLine }) {
  const { tile } = words;
  return (
    <div className="matter-tiles">
      <div>{tile.total}<b>{total.total}</b></div><div>{tile.waiting}<b>{total.waiting}</b></div><div>{tile.done}<b>{total.done}</b></div>
      <div>{tile.late}<b className={total.late > 0 ? 'is-late' : ''}>{total.late}</b></div><div>{tile.days}<b>{words.days(total.averageDays)}</b></div><div>{tile.satisfied}<b>{words.share(total.satisfiedShare)}</b></div>
    </div>
  );
}

function Table({ way, data, onOpen }: { way: Way; data: MatterStatistics; onOpen: (key: string) => void }) {
  const { columns } = words;
  const opens = (row: StatisticsLine) => way !== 'byCause' && row.key !== '';
  return (
    <Panel title={words.by[way]} flush>
      <div className="matter-table__frame">
        <table className="matter-table" aria-label={words.by[way]}>
          <thead><tr><th scope="col">{columns.name[way]}</th><th scope="col">{columns.total}</th><th scope="col">{columns.done}</th><th scope="col">{columns.open}</th><th scope="col">{columns.waiting}</th><th scope="col">{columns.late}</th><th scope="col">{columns.days}</th><th scope="col">{columns.satisfied}</th></tr></thead>
          <tbody>
            {data[way].map((row) => (
              <tr key={row.key}>
                <td>{opens(row) ? <Button type="link" size="small" style={{ padding: 0 }} onClick={() => onOpen(row.key)}>{row.name}</Button> : row.name}</td>
                <td>{row.total}</td><td>{row.done}</td><td>{row.open}</td><td>{row.waiting}</td><td className={row.late > 0 ? 'is-late' : ''}>{row.late}</td><td>{words.days(row.averageDays)}</td><td>{words.share(row.satisfiedShare)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
