import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Notice } from '@tongban/ui';
import { useRef } from 'react';
import { useParams } from 'react-router';
import { getBundleApplication, rateBundle } from '@tongban/server/src/modules/bundle-applications/contract.ts';
import { firstBadLevel, type RatingInput } from '@tongban/server/src/modules/ratings/contract.ts';
import { api } from '../../shared/api.ts';
import { Answer, ProblemNotice } from '../../shared/layout/Answer.tsx';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { NotMine } from '../../shared/session/NotMine.tsx';
import { RequireAccount } from '../../shared/session/RequireAccount.tsx';
import { RatingForm } from './RatingForm.tsx';
import { text } from './text.ts';

function Rating({ applicationId }: { applicationId: string }) {
  const client = useQueryClient();
  const key = [getBundleApplication.id, applicationId];
  const attempt = useRef(crypto.randomUUID());
  const found = useQuery({ queryKey: key, queryFn: () => api.call(getBundleApplication, { params: { applicationId } }) });
  const rate = useMutation({
    mutationFn: (rating: RatingInput) => api.call(rateBundle, { params: { applicationId }, body: rating }, { idempotencyKey: attempt.current }),
    onSuccess: async (one) => {
      client.setQueryData(key, one);
      await client.invalidateQueries({ predicate: (query) => String(query.queryKey[0]).startsWith('cases.') });
    },
    onError: () => { attempt.current = crypto.randomUUID(); },
  });
  const back = <ButtonLink to={links.bundleApplication(applicationId)}>{text.back}</ButtonLink>;
  return (
    <Page title={text.title} lead={<p>{found.data?.bundleName ?? text.lead}</p>} narrow trail={[{ to: links.bundleApplication(applicationId), label: found.data?.bundleName ?? text.back }]}>
      <div className="stack">
        {rate.isSuccess && <Notice tone="success" live title={text.done} actions={back}><p>{rate.variables.level >= firstBadLevel ? text.badLead : text.doneLead}</p></Notice>}
        {rate.isError && <ProblemNotice error={rate.error} />}
        <Answer query={found} missing={<NotMine error={found.error} />}>
          {({ abilities }) => {
            if (rate.isSuccess) return null;
            return abilities.rate ? <><p>{text.bundleLead}</p><RatingForm busy={rate.isPending} onRate={(input) => rate.mutate(input)} /></> : <Notice actions={back}>{text.notNow}</Notice>;
          }}
        </Answer>
      </div>
    </Page>
  );
}

/** One rating for all items of a bundle by its applicant. */
export function BundleRatingPage() {
  const { applicationId = '' } = useParams();
  return <RequireAccount>{() => <Rating applicationId={applicationId} />}</RequireAccount>;
}
