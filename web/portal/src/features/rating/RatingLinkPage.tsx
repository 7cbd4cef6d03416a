import { useMutation, useQuery } from '@tanstack/react-query';
import { Card, DescriptionList, Notice } from '@tongban/ui';
import { useParams } from 'react-router';
import { firstBadLevel, getRatingLink, rateByLink, type RatingInput } from '@tongban/server/src/modules/ratings/contract.ts';
import { plainApi } from '../../shared/api.ts';
import { formatDateTime } from '../../shared/format/dates.ts';
import { Answer, ProblemNotice } from '../../shared/layout/Answer.tsx';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { RatingForm } from './RatingForm.tsx';
import { text } from './text.ts';

/** The page behind the link of an SMS or the code at the counter: rates once, without signing in. */
export function RatingLinkPage() {
  const { token = '' } = useParams();
  const subject = useQuery({ queryKey: ['ratings.get-link', token], queryFn: () => plainApi.call(getRatingLink, { params: { token } }) });
  const rate = useMutation({ mutationFn: (rating: RatingInput) => plainApi.call(rateByLink, { params: { token }, body: rating }) });
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>} narrow>
      <Answer query={subject}>
        {(one) => (
          <div className="stack">
            <Card title={one.itemName}>
              <DescriptionList entries={[
                { term: text.number, value: one.caseNumber },
                { term: text.organization, value: one.organizationName },
                { term: text.closedAt, value: formatDateTime(one.closedAt) },
              ]} />
              {!one.rated && !rate.isSuccess && <p className="muted">{text.until(formatDateTime(one.until))}</p>}
            </Card>
            {rate.isError && <ProblemNotice error={rate.error} />}
            {rate.isSuccess && (
              <Notice tone="success" live title={text.done} actions={<ButtonLink to={links.home()}>{text.home}</ButtonLink>}>
                <p>{rate.variables.level >= firstBadLevel ? text.badLead : text.doneLead}</p>
              </Notice>
            )}
            {!rate.isSuccess && (one.rated ? <Notice>{text.already}</Notice> : <RatingForm busy={rate.isPending} onRate={(input) => rate.mutate(input)} />)}
          </div>
        )}
      </Answer>
    </Page>
  );
}
