import type { ResponseOf } from '@tongban/contract-kit';
import type { listItemHalls } from '@tongban/server/src/modules/halls/contract.ts';
import { Link } from 'react-router';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { links } from '../../shared/links.ts';
import { text } from './text.ts';

export type ItemHall = ResponseOf<typeof listItemHalls>['items'][number];

/** Halls in which the item is served, with the way to an appointment (HAL-02). */
export function ItemHalls({ halls, itemId }: { halls: readonly ItemHall[]; itemId: string }) {
  return (
    <ul className="item-halls">
      {halls.map((hall) => (
        <li key={hall.hallId}>
          <span><Link to={links.hall(hall.hallId)}>{hall.hallName}</Link>，{text.hall.at(hall.queueName, hall.windows)}<br /><span className="muted">{hall.address}</span></span>
          {hall.bookable ? <ButtonLink to={links.bookHall(hall.hallId, hall.queueId, itemId)}>{text.hall.book}</ButtonLink> : <span className="muted">{text.hall.walkIn}</span>}
        </li>
      ))}
    </ul>
  );
}
