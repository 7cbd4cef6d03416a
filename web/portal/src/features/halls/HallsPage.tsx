import { useQuery } from '@tanstack/react-query';
import { Badge, Button, Card, EmptyState, TextField } from '@tongban/ui';
import { useState, type SubmitEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { listHalls, type PublicHall } from '@tongban/server/src/modules/halls/contract.ts';
import { plainApi } from '../../shared/api.ts';
import { Answer } from '../../shared/layout/Answer.tsx';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { text } from './text.ts';
import './halls.css';

/** The hours of today in words. */
export function todayOf({ today }: Pick<PublicHall, 'today'>): string {
  return today.length === 0 ? text.todayClosed : today.map(({ from, to }) => `${from}—${to}`).join('、');
}

/** Halls to choose from, with how many wait there now. */
export function HallsPage() {
  const [params, setParams] = useSearchParams();
  const q = params.get('q')?.slice(0, 50) ?? '';
  const [typed, setTyped] = useState(q);
  const halls = useQuery({ queryKey: [listHalls.id, q], queryFn: () => plainApi.call(listHalls, { query: q ? { q } : {} }), refetchInterval: 30_000 });
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setParams(typed.trim() ? { q: typed.trim() } : {});
  }
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>} aside={<ButtonLink to={links.appointments()}>{text.booking.mine}</ButtonLink>}>
      <div className="stack">
        <form className="halls-find" onSubmit={submit}>
          <TextField label={text.search} value={typed} maxLength={50} onChange={(event) => setTyped(event.target.value)} />
          <Button type="submit" variant="primary">{text.find}</Button>
        </form>
        <Answer query={halls}>
          {({ items }) => (items.length === 0
            ? <EmptyState title={text.none}>{text.noneDetail}</EmptyState>
            : (
              <ul className="halls-list">
                {items.map((hall) => (
                  <li key={hall.hallId}>
                    <Card title={<Link to={links.hall(hall.hallId)}>{hall.name}</Link>} aside={<Badge tone={hall.openNow ? 'success' : 'neutral'}>{hall.openNow ? text.open : text.closed}</Badge>}>
                      <p>{hall.address}</p>
                      <p className="muted">{text.today} {todayOf(hall)}，{text.waiting(hall.waiting)}</p>
                    </Card>
                  </li>
                ))}
              </ul>
            ))}
        </Answer>
      </div>
    </Page>
  );
}
