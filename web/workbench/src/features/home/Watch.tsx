import type { ResponseOf } from '@tongban/contract-kit';
import { clockLevels } from '@tongban/server/src/modules/cases/contract.ts';
import type { getWorkSummary } from '@tongban/server/src/modules/handling/contract.ts';
import { Link } from 'react-router';
import { DueDate, LevelTag } from '../../shared/case/tags.tsx';
import { links } from '../../shared/links.ts';
import { text } from './text.ts';

/** The department's cases that run out first. */
export function Watch({ nearest }: { nearest: ResponseOf<typeof getWorkSummary>['nearest'] }) {
  if (nearest.length === 0) return <p className="home__none muted">{text.watch.empty}</p>;
  return (
    <ul className="watch">
      {nearest.slice(0, 8).map((one) => {
        const level = clockLevels.find((known) => known === one.level) ?? 'normal';
        return (
          <li key={one.caseId}>
            <Link to={links.case(one.caseId)}>
              <span className="watch__name">{one.itemName}<span className="muted">　{one.applicantName}</span></span>
              <span className="watch__due"><LevelTag level={level} /> <DueDate date={one.promisedDueOn} over={level === 'yellow' || level === 'red'} /></span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
