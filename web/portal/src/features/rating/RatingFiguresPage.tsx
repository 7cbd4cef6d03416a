import { useQuery } from '@tanstack/react-query';
import { Card, EmptyState, Table } from '@tongban/ui';
import { getRatingStatistics } from '@tongban/server/src/modules/ratings/contract.ts';
import { api } from '../../shared/api.ts';
import { Answer } from '../../shared/layout/Answer.tsx';
import { Page } from '../../shared/layout/Page.tsx';
import { text } from './text.ts';
import './rating.css';

const t = text.figures;
const share = (part: number, whole: number): string => t.share(whole === 0 ? null : Math.round((part / whole) * 1000) / 10);

/** 评价公示: what people said of the last twelve months, in numbers, for everybody (RAT-03). */
export function RatingFiguresPage() {
  const statistics = useQuery({ queryKey: [getRatingStatistics.id], queryFn: () => api.call(getRatingStatistics, { query: { months: 12 } }), meta: { public: true } });
  return (
    <Page title={t.title} lead={<p>{t.lead}</p>} narrow>
      <Answer query={statistics}>
        {({ total, bad, goodShare, rectifiedInTimeShare, levels, months, departments }) => (total === 0 ? <EmptyState title={t.empty}>{t.emptyDetail}</EmptyState> : (
          <div className="stack">
            <dl className="rating-figures">
              {([[t.total, t.count(total)], [t.good, t.share(goodShare)], [t.bad, t.count(bad)], [t.inTime, t.share(rectifiedInTimeShare)]] as const).map(([term, value]) => <div key={term}><dt>{term}</dt><dd>{value}</dd></div>)}
            </dl>
            <Card title={t.byLevel}>
              <Table
                caption={t.byLevel} rows={levels} rowKey={({ level }) => String(level)}
                columns={[{ key: 'level', title: t.level, cell: ({ name }) => name }, { key: 'count', title: t.number, numeric: true, cell: ({ count }) => count }, { key: 'share', title: t.portion, numeric: true, cell: ({ count }) => share(count, total) }]}
              />
            </Card>
            <Card title={t.byDepartment}>
              <Table
                caption={t.byDepartment} rows={departments} rowKey={({ organizationId }) => organizationId}
                columns={[
                  { key: 'department', title: t.department, cell: ({ name }) => name }, { key: 'count', title: t.number, numeric: true, cell: (row) => row.total },
                  { key: 'bad', title: t.bad, numeric: true, cell: (row) => row.bad }, { key: 'good', title: t.good, numeric: true, cell: (row) => t.share(row.goodShare) }, { key: 'inTime', title: t.inTime, numeric: true, cell: (row) => t.share(row.rectifiedInTimeShare) },
                ]}
              />
            </Card>
            <Card title={t.byMonth}>
              <Table
                caption={t.byMonth} rows={months.toReversed()} rowKey={({ month }) => month}
                columns={[{ key: 'month', title: t.month, cell: ({ month }) => t.monthOf(month) }, { key: 'count', title: t.number, numeric: true, cell: (row) => row.total }, { key: 'good', title: t.good, numeric: true, cell: (row) => share(row.good, row.total) }]}
              />
            </Card>
          </div>
        ))}
      </Answer>
    </Page>
  );
}
