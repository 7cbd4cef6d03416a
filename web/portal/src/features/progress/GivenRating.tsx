import { useQuery } from '@tanstack/react-query';
import { Notice } from '@tongban/ui';
import type { CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { firstBadLevel, getCaseRating } from '@tongban/server/src/modules/ratings/contract.ts';
import { api } from '../../shared/api.ts';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { links } from '../../shared/links.ts';
import { text } from './text.ts';

/** What the applicant said of a closed case, and the way to what came of it (RAT-02). */
export function GivenRating({ one }: { one: CaseView }) {
  const enabled = one.status === 'closed' && !one.abilities.rate;
  const { data } = useQuery({ queryKey: ['ratings.get-case-rating', one.id], enabled, queryFn: () => api.call(getCaseRating, { params: { caseId: one.id } }) });
  if (!enabled || !data?.rating) return null;
  const { level, levelName, rectification } = data.rating;
  return (
    <Notice title={text.rate.given(levelName)} actions={<ButtonLink to={links.rate(one.id)}>{level >= firstBadLevel ? text.rate.openAnswer : text.rate.open}</ButtonLink>}>
      {rectification ? <p>{rectification.reply === null ? text.rate.state(rectification.stateLabel) : text.rate.answered}</p> : null}
    </Notice>
  );
}
