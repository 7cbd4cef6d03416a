import { useQuery } from '@tanstack/react-query';
import { Badge, Card } from '@tongban/ui';
import { Link } from 'react-router';
import { caseStatusLabels, listMyCases } from '@tongban/server/src/modules/cases/contract.ts';
import { api } from '../../shared/api.ts';
import { toneOfCase } from '../../shared/cases/case-tone.ts';
import { formatDate } from '../../shared/format/dates.ts';
import { Answer } from '../../shared/layout/Answer.tsx';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { links } from '../../shared/links.ts';
import { useSession } from '../../shared/session/session.ts';
import { text } from './text.ts';

function OpenCases() {
  const cases = useQuery({
    queryKey: ['cases.list-my-cases', 'open', 'home'],
    queryFn: () => api.call(listMyCases, { query: { group: 'open', limit: 3 } }),
  });
  return (
    <Answer query={cases} lines={3}>
      {(data) => (data.items.length === 0 ? <p>{text.mineEmpty}</p> : (
        <ul className="my-cases">
          {data.items.map((one) => (
            <li key={one.id}>
              <Link to={links.case(one.id)}>{one.itemName}</Link>
              <Badge tone={toneOfCase(one)}>{caseStatusLabels[one.status]}</Badge>
              {one.promisedDueOn && <p className="my-cases__due">{text.promisedBy(formatDate(one.promisedDueOn))}</p>}
            </li>
          ))}
        </ul>
      ))}
    </Answer>
  );
}

/** What I have going on, or the way to sign in. */
export function MyCases() {
  const { account } = useSession();
  if (!account) {
    return (
      <Card title={text.mine} compact>
        <p>{text.signInLead}</p>
        <div className="tb-button-row my-cases__enter">
          <ButtonLink to={links.signIn()} variant="primary">{text.signIn}</ButtonLink>
          <ButtonLink to={links.register()}>{text.register}</ButtonLink>
        </div>
      </Card>
    );
  }
  return (
    <Card title={text.mine} compact className="my-cases-card" aside={<Link to={links.space('cases')}>{text.mineAll}</Link>}>
      <OpenCases />
    </Card>
  );
}
