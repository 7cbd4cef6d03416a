import { useQuery } from '@tanstack/react-query';
import { createRatingLink, getCaseRating } from '@tongban/server/src/modules/ratings/contract.ts';
import type { CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { Button, Modal, QRCode } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { formatDateTime } from '../../../shared/format/dates.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useHolds } from '../../../shared/session/session.ts';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';

const words = text.rating;
const firstBad = 4;

/** How the applicant rated a closed case, or the code with which the applicant may rate it at the window (RAT-01). */
export function RatingCard({ view }: { view: CaseView }) {
  const closed = view.status === 'closed';
  const rating = useQuery({
    queryKey: [getCaseRating.id, view.id],
    enabled: closed,
    retry: false,
    queryFn: () => api.call(getCaseRating, { params: { caseId: view.id } }),
  }).data?.rating;
  const mayInvite = useHolds('ratings.link.create') && view.rateable && !rating;
  const [asking, setAsking] = useState<{ url: string; expiresAt: string }>();
  const { run, busy, problem } = useAction(createRatingLink);
  if (!closed || (!rating && !mayInvite)) return null;
  return (
    <section className="rating-card" aria-label={words.title}>
      {rating ? (
        <p>
          <strong>{words.title}</strong> <Tag tone={rating.level >= firstBad ? 'danger' : 'done'}>{rating.levelName}</Tag>{' '}
          <span className="small muted">{rating.text ?? rating.options.map((option) => option.text).join('；')}</span>
        </p>
      ) : null}
      {mayInvite ? (
        <Button
          size="small"
          block
          loading={busy}
          onClick={() => {
            void run({ params: { caseId: view.id } }, setAsking);
          }}
        >
          {words.invite}
        </Button>
      ) : null}
      <ProblemAlert problem={problem} />
      <Modal open={asking !== undefined} title={words.invite} footer={null} width={340} onCancel={() => setAsking(undefined)}>
        {asking ? (
          <div className="rating-card__code">
            <QRCode value={asking.url} size={220} bordered={false} />
            <p className="muted small">{words.hint(formatDateTime(asking.expiresAt))}</p>
          </div>
        ) : null}
      </Modal>
    </section>
  );
}
