import { useQuery } from '@tanstack/react-query';
import { Card } from '@tongban/ui';
import { Link } from 'react-router';
import { listMandates } from '@tongban/server/src/kernel/identity/contract.ts';
import { listMyCases } from '@tongban/server/src/modules/cases/contract.ts';
import { listDrafts } from '@tongban/server/src/modules/intake/contract.ts';
import { api } from '../../shared/api.ts';
import { Answer } from '../../shared/layout/Answer.tsx';
import { links } from '../../shared/links.ts';
import { useSession } from '../../shared/session/session.ts';
import { OfferCards } from './Offers.tsx';
import { CaseRow } from './CasesPart.tsx';
import { useUnread } from './SpaceLayout.tsx';
import { SpacePart } from './SpacePart.tsx';
import { text } from './text.ts';

/** What waits for me, in numbers, and the latest cases. */
export function OverviewPart() {
  const { account } = useSession();
  const cases = useQuery({ queryKey: ['cases.list-my-cases', 'open', 'overview'], queryFn: () => api.call(listMyCases, { query: { group: 'open', limit: 50 } }) });
  const drafts = useQuery({ queryKey: ['intake.list-drafts'], queryFn: () => api.call(listDrafts, {}) });
  const mandates = useQuery({ queryKey: ['identity.list-mandates', 'received'], queryFn: () => api.call(listMandates, { query: { side: 'received' } }) });
  const unread = useUnread();
  const open = cases.data?.items;
  const numbers = [
    { to: links.space('cases'), label: text.counts.supplementing, value: open?.filter((one) => one.status === 'supplementing').length },
    { to: links.space('cases'), label: text.counts.open, value: open?.length },
    { to: links.space('drafts'), label: text.counts.drafts, value: drafts.data?.items.length },
    { to: links.space('messages'), label: text.counts.unread, value: unread.data?.count },
    { to: links.space('mandates'), label: text.counts.offered, value: mandates.data?.items.filter((mandate) => mandate.abilities.accept).length },
  ];
  return (
    <SpacePart title={text.greeting(account?.displayName ?? '')}>
      <ul className="numbers">
        {numbers.map((one) => (
          <li key={one.label}>
            <Link className="number" to={one.to} data-waiting={(one.value ?? 0) > 0}><span className="number__value">{one.value ?? '–'}</span><span>{one.label}</span></Link>
          </li>
        ))}
      </ul>
      <OfferCards />
      <Card title={text.parts.cases} aside={<Link to={links.space('cases')}>{text.cases.groups.all}</Link>}>
        <Answer query={cases}>
          {(data) => (data.items.length === 0
            ? <p>{text.cases.emptyDetail} <Link to={links.search()}>{text.cases.find}</Link></p>
            : <ul className="space-list">{data.items.slice(0, 5).map((one) => <CaseRow key={one.id} one={one} />)}</ul>)}
        </Answer>
      </Card>
    </SpacePart>
  );
}
