import { useQuery, useQueryClient } from '@tanstack/react-query';
import { exportRatingStatistics, getRatingSettings, getRatingStatistics, saveRatingSettings, type RatingSettings } from '@tongban/server/src/modules/ratings/contract.ts';
import { App, Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import { PrimaryButton } from '../../shared/keyboard/PrimaryButton.tsx';
import { Empty } from '../../shared/list/Empty.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { OrganizationPicker } from '../../shared/OrganizationPicker.tsx';
import { Panel } from '../../shared/page/Page.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const words = text.figures;
const periods = [1, 3, 12, 36] as const;

/** Ratings by level and month, as the portal publishes them, and how long a rectification may take (RAT-03). */
export function Figures() {
  const [filters, setFilters] = useFilters(['organizationId', 'months']);
  const months = periods.find((one) => String(one) === filters.months) ?? 12;
  const query = { months, ...(filters.organizationId ? { organizationId: filters.organizationId } : {}) };
  const exports = useHolds('ratings.rating.view');
  const statistics = useQuery({ queryKey: [getRatingStatistics.id, query], placeholderData: (before) => before, queryFn: () => api.call(getRatingStatistics, { query }) });
  const [none, advice] = words.empty;
  return (
    <>
      <div className="wb-page__bar">
        <Select value={months} aria-label={words.period} style={{ width: 130 }} options={periods.map((one) => ({ value: one, label: words.months(one) }))} onChange={(next) => setFilters({ months: String(next) })} />
        <div style={{ width: 220 }}><OrganizationPicker label={text.columns.department} placeholder={text.ratings.anyDepartment} allowClear value={filters.organizationId} onChange={(one) => setFilters({ organizationId: one?.id })} /></div>
        {exports ? <Button href={api.url(exportRatingStatistics, { query })}>{words.export}</Button> : null}
      </div>
      <QueryState query={statistics}>
        {(data) => (data.total === 0 ? <div className="frame"><Empty title={none ?? ''}>{advice}</Empty></div> : (
          <>
            <ul className="rating-tiles">
              {([[words.total, data.total], [words.good, words.share(data.goodShare)], [words.bad, data.bad], [words.inTime, words.share(data.rectifiedInTimeShare)]] as const).map(([label, value]) => <li key={label}><span className="muted small">{label}</span><b>{value}</b></li>)}
            </ul>
            <div className="rating-grid">
              <Lines title={words.byLevel} columns={[words.level, words.count, words.portion]} rows={data.levels.map(({ level, name, count }) => [String(level), name, count, words.share(Math.round((count / data.total) * 1000) / 10)])} />
              <Lines title={words.byMonth} columns={[words.month, words.count, words.good]} rows={data.months.toReversed().map(({ month, total, good }) => [month, words.monthOf(month), total, words.share(total === 0 ? null : Math.round((good / total) * 1000) / 10)])} />
            </div>
            {data.departments.length > 1 ? (
              <Lines
                title={words.byDepartment} columns={[words.department, words.count, words.bad, words.good, words.inTime]}
                rows={data.departments.map((one) => [one.organizationId, one.name, one.total, one.bad, words.share(one.goodShare), words.share(one.rectifiedInTimeShare)])}
              />
            ) : null}
          </>
        ))}
      </QueryState>
      <p className="faint small">{words.note}</p>
      <Limit />
    </>
  );
}

function Lines({ title, columns, rows }: { title: string; columns: readonly string[]; rows: readonly (readonly (string | number)[])[] }) {
  return (
    <Panel title={title} flush>
      <table className="rating-table" aria-label={title}>
        <thead><tr>{columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
        <tbody>{rows.map(([key, ...cells]) => <tr key={key}>{cells.map((cell, index) => <td key={columns[index]}>{cell}</td>)}</tr>)}</tbody>
      </table>
    </Panel>
  );
}

function Limit() {
  const edits = useHolds('ratings.settings.edit');
  const settings = useQuery({ queryKey: [getRatingSettings.id], enabled: edits, queryFn: () => api.call(getRatingSettings, {}) });
  if (!edits || !settings.data) return null;
  return <LimitForm key={settings.data.rectificationDays} settings={settings.data} />;
}

function LimitForm({ settings }: { settings: RatingSettings }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const [days, setDays] = useState(settings.rectificationDays);
  const { run, busy, problem } = useAction(saveRatingSettings);
  const save = () => {
    void run({ body: { rectificationDays: days } }, (saved) => {
      client.setQueryData([getRatingSettings.id], saved);
      void message.success(words.saved);
    });
  };
  return (
    <Panel title={words.limit}>
      <ProblemAlert problem={problem} />
      <div className="rating-limit">
        <label htmlFor="rating-days">{words.days}</label>
        <InputNumber id="rating-days" min={1} max={60} precision={0} value={days} onChange={(next) => setDays(next ?? settings.rectificationDays)} />
        <PrimaryButton loading={busy} onPress={save}>{words.save}</PrimaryButton>
        <span className="muted small">{words.daysHint}</span>
      </div>
    </Panel>
  );
}
