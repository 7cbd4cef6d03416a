import type { EntryDetail, EntryVersion } from '@tongban/server/src/modules/directory/entry.contract.ts';
import { formatMoment } from '../../../shared/format/dates.ts';
import { Panel } from '../../../shared/page/Page.tsx';
import { ReviewSteps } from '../../../shared/review/ReviewSteps.tsx';
import { text } from '../text.ts';

/** What each reviewer decided and who is asked now; of an imported version, the opinion on its import (CAT-03). */
export function ReviewTrail({ review, version }: { review: EntryDetail['review']; version: EntryVersion }) {
  return (
    <Panel title={text.review.title}>
      {review ? <ReviewSteps review={review} /> : (
        <>
          <p className="small"><span className="muted">{version.reviewedByName}</span>　{version.reviewedAt ? formatMoment(version.reviewedAt) : ''}</p>
          <p className="pre-line">{version.reviewOpinion}</p>
        </>
      )}
    </Panel>
  );
}
