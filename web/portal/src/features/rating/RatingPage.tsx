import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Badge, Card, DescriptionList, Notice } from '@tongban/ui';
import { useRef } from 'react';
import { useParams } from 'react-router';
import { getCase } from '@tongban/server/src/modules/cases/contract.ts';
import { firstBadLevel, getCaseRating, rateCase, type RatingInput, type RatingView } from '@tongban/server/src/modules/ratings/contract.ts';
import { api, problemOf } from '../../shared/api.ts';
import { formatDate, formatDateTime } from '../../shared/format/dates.ts';
import { Answer, ProblemNotice } from '../../shared/layout/Answer.tsx';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { NotMine } from '../../shared/session/NotMine.tsx';
import { RequireAccount } from '../../shared/session/RequireAccount.tsx';
import { RatingForm } from './RatingForm.tsx';
import { text } from './text.ts';

/** In which a department is still to answer, by the limit. */
const dueStates: ReadonlySet<string> = new Set(['open', 'verified', 'rectified']);

function GivenRating({ rating }: { rating: RatingView }) {
  const { rectification } = rating;
  return (
    <Card title={text.yours} aside={<Badge tone={rating.level >= firstBadLevel ? 'danger' : 'success'}>{rating.levelName}</Badge>}>
      <DescriptionList entries={[
        { term: text.ratedAt, value: formatDateTime(rating.ratedAt) },
        { term: text.options, value: rating.options.map((option) => option.text).join('、') },
        { term: text.text, value: rating.text },
        { term: text.state, value: rectification && (dueStates.has(rectification.state) ? `${rectification.stateLabel}，${text.dueOn(formatDate(rectification.dueOn))}` : rectification.stateLabel) },
        { term: text.reply, value: rectification?.reply },
      ]} />
    </Card>
  );
}

function Rating({ caseId }: { caseId: string }) {
  const client = useQueryClient();
  const key = ['ratings.get-case-rating', caseId];
  const attempt = useRef(crypto.randomUUID());
  const given = useQuery({ queryKey: key, queryFn: () => api.call(getCaseRating, { params: { caseId } }) });
  const one = useQuery({ queryKey: ['cases.get-case', caseId], queryFn: () => api.call(getCase, { params: { caseId } }) });
  const rate = useMutation({
    mutationFn: (rating: RatingInput) => api.call(rateCase, { params: { caseId }, body: rating }, { idempotencyKey: attempt.current }),
    onSuccess: async (rating) => {
      client.setQueryData(key, { rating });
      await client.invalidateQueries({ predicate: (query) => String(query.queryKey[0]).startsWith('cases.') });
    },
    onError: (error) => {
      const { kind, code } = problemOf(error);
      // What was refused may be said anew; what was lost on the way is sent again as the same.
      if (code !== 'client.offline') attempt.current = crypto.randomUUID();
      // Rated in another window meanwhile: that rating is shown.
      if (kind === 'conflict') void given.refetch();
    },
  });
  return (
    <Page
      title={text.title} lead={<p>{one.data ? `${one.data.itemName}，${one.data.organizationName}` : text.lead}</p>} narrow
      trail={[{ to: links.case(caseId), label: one.data?.itemName ?? text.back }]}
    >
      <div className="stack">
        {rate.isSuccess && <Notice tone="success" live title={text.done}><p>{rate.data.level >= firstBadLevel ? text.badLead : text.doneLead}</p></Notice>}
        {rate.isError && <ProblemNotice error={rate.error} />}
        <Answer query={given} missing={<NotMine error={given.error} />}>
          {({ rating }) => {
            if (rating) return <GivenRating rating={rating} />;
            if (one.data && !one.data.rateable) return <Notice actions={<ButtonLink to={links.case(caseId)}>{text.back}</ButtonLink>}>{text.notNow}</Notice>;
            return <><p>{text.lead}</p><RatingForm busy={rate.isPending} onRate={(input) => rate.mutate(input)} /></>;
          }}
        </Answer>
      </div>
    </Page>
  );
}

/** The rating of one closed case by its applicant. */
export function RatingPage() {
  const { caseId = '' } = useParams();
  return <RequireAccount>{() => <Rating caseId={caseId} />}</RequireAccount>;
}
