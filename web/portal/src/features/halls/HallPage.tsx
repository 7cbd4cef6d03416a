import { Card, DescriptionList } from '@tongban/ui';
import { useParams } from 'react-router';
import type { HallGuide, HallLive } from '@tongban/server/src/modules/halls/contract.ts';
import { Answer } from '../../shared/layout/Answer.tsx';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { todayOf } from './HallsPage.tsx';
import { text } from './text.ts';
import { useHall, useLive } from './use-live.ts';
import './halls.css';

const t = text.hall;

/** One hall: its hours, its queues as they are now, and what can be booked. */
export function HallPage() {
  const { hallId = '' } = useParams();
  const hall = useHall(hallId);
  const live = useLive(hallId);
  return (
    <Page title={hall.data?.name ?? text.title} trail={[{ to: links.halls(), label: text.title }]} aside={<ButtonLink to={links.appointments()}>{text.booking.mine}</ButtonLink>}>
      <Answer query={hall}>
        {(guide) => (
          <div className="stack">
            <Card>
              <DescriptionList entries={[
                { term: text.address, value: guide.address },
                ...(guide.telephone === '' ? [] : [{ term: text.telephone, value: <a href={`tel:${guide.telephone}`}>{guide.telephone}</a> }]),
                { term: text.today, value: `${todayOf(guide)}（${guide.openNow ? text.open : text.closed}）` },
                { term: t.hours, value: <Hours hours={guide.hours} /> },
              ]} />
            </Card>
            <Card title={t.queues} aside={<span className="muted">{t.updated}</span>}>
              <ul className="hall-queues">{guide.queues.map((queue) => <Queue key={queue.queueId} hallId={guide.hallId} queue={queue} now={live.data?.queues.find(({ queueId }) => queueId === queue.queueId)} />)}</ul>
            </Card>
          </div>
        )}
      </Answer>
    </Page>
  );
}

function Hours({ hours }: { hours: HallGuide['hours'] }) {
  return (
    <>
      <ul className="hall-hours">
        {[1, 2, 3, 4, 5, 6, 7].map((weekday) => {
          const periods = hours.find((one) => one.weekday === weekday)?.periods ?? [];
          return <li key={weekday}>{t.weekdays[weekday]} {periods.length === 0 ? t.shut : periods.map(({ from, to }) => `${from}—${to}`).join('、')}</li>;
        })}
      </ul>
      <p className="muted">{t.holiday}</p>
    </>
  );
}

function Queue({ hallId, queue, now }: { hallId: string; queue: HallGuide['queues'][number]; now: HallLive['queues'][number] | undefined }) {
  return (
    <li className="hall-queue">
      <div>
        <p className="hall-queue__name">{queue.name} <span className="muted">{queue.zoneName}</span></p>
        <p className="muted">{t.services}：{queue.services.map(({ name }) => name).join('、') || '—'}；{t.windowsOf(queue.windows)}</p>
      </div>
      <p className="hall-queue__now"><b>{now?.waiting ?? 0}</b> {t.people}</p>
      <p className="hall-queue__forecast">{text.minutes(now?.forecastMinutes ?? null)}</p>
      {queue.bookable ? <ButtonLink to={links.bookHall(hallId, queue.queueId)}>{t.book}</ButtonLink> : <span className="muted">{t.notBookable}</span>}
    </li>
  );
}
