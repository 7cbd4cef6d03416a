import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getYear, listYears, type CalendarYear } from '@tongban/server/src/kernel/calendar/contract.ts';
import { Alert, Button, Tooltip } from 'antd';
import { api } from '../../../shared/api.ts';
import { formatDate, today, weekdayOf } from '../../../shared/format/dates.ts';
import { Empty } from '../../../shared/list/Empty.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { Page } from '../../../shared/page/Page.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { text } from '../text.ts';
import { countWorking, monthsOf, type CalendarDay, type CalendarMonth } from './year-days.ts';
import '../administration.css';

const words = text.calendar;

/** The working calendar of a year: what is off, what is worked instead, and by which notice (ORG-03). */
export function CalendarPage() {
  const [filters, setFilters] = useFilters(['year']);
  const now = Number(today().slice(0, 4));
  const asked = Number(filters.year);
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= 2199 ? asked : now;
  const query = useQuery({ queryKey: [getYear.id, year], queryFn: ({ signal }) => api.call(getYear, { params: { year } }, { signal }) });
  const missing = useQuery({ queryKey: [listYears.id], queryFn: ({ signal }) => api.call(listYears, {}, { signal }) }).data?.missing.filter((one) => one !== year) ?? [];
  const show = (next: number) => setFilters({ year: next === now ? undefined : String(next) });
  return (
    <Page
      title={words.title} aside={query.data?.covered ? <Summary year={query.data} /> : null}
      actions={(
        <>
          <Button icon={<LeftOutlined />} aria-label={words.previous} disabled={year <= 2000} onClick={() => show(year - 1)} />
          <strong className="number">{year}</strong>
          <Button icon={<RightOutlined />} aria-label={words.next} disabled={year >= 2199} onClick={() => show(year + 1)} />
        </>
      )}
    >
      {missing.length > 0 ? <Alert type="warning" showIcon title={words.missing(missing.join('、'))} description={words.missingDetail} /> : null}
      <QueryState query={query} lines={12}>
        {(data) => (data.covered ? <YearView year={data} /> : <div className="list-empty"><Empty title={words.notCovered[0] ?? ''}>{words.notCovered[1]}</Empty></div>)}
      </QueryState>
    </Page>
  );
}

function Summary({ year }: { year: CalendarYear }) {
  const count = (kind: 'holiday' | 'workday') => year.days.filter((day) => day.kind === kind).length;
  return <>{words.working(countWorking(monthsOf(year.year, year.days)))} · {words.holidays(count('holiday'))} · {words.workdays(count('workday'))} · {words.source}：{year.source}</>;
}

function YearView({ year }: { year: CalendarYear }) {
  return (
    <>
      <ul className="calendar__legend">
        {(['holiday', 'workday', 'weekend'] as const).map((kind) => <li key={kind}><span className={`calendar__day is-${kind}`}>{kind === 'weekend' ? '' : words[kind]}</span>{words.legend[kind]}</li>)}
      </ul>
      <div className="calendar">{monthsOf(year.year, year.days).map((month) => <Month key={month.month} month={month} />)}</div>
    </>
  );
}

function Month({ month }: { month: CalendarMonth }) {
  return (
    <section className="panel calendar__month" aria-label={words.month(month.month)}>
      <h2>{words.month(month.month)}</h2>
      <div className="calendar__grid">
        {words.week.map((name) => <span className="calendar__week" key={name} aria-hidden>{name}</span>)}
        {Array.from({ length: month.lead }, (_cell, index) => <span key={index} />)}
        {month.days.map((day) => <Day key={day.date} day={day} />)}
      </div>
    </section>
  );
}

function Day({ day }: { day: CalendarDay }) {
  const mark = day.kind === 'holiday' || day.kind === 'workday' ? words[day.kind] : undefined;
  const isToday = day.date === today();
  const cell = <span className={`calendar__day is-${day.kind}${isToday ? ' is-today' : ''}`}>{day.day}{mark ? <em>{mark}</em> : null}</span>;
  if (!mark && !isToday) return cell;
  const what = [day.name, day.kind === 'holiday' || day.kind === 'workday' ? words.legend[day.kind] : undefined, isToday ? words.today : undefined].filter(Boolean).join(' · ');
  return <Tooltip title={`${formatDate(day.date)} ${weekdayOf(day.date)} · ${what}`}>{cell}</Tooltip>;
}
