import type { ItemVersion } from '@tongban/server/src/modules/catalog/contract.ts';
import { Panel } from '../../shared/page/Page.tsx';
import { ReviewSteps } from '../../shared/review/ReviewSteps.tsx';
import { text } from './text.ts';

const words = text.review;

/** Who wrote a version, what each reviewer decided, and who is asked now (CAT-03). */
export function ReviewPanel({ version }: { version: ItemVersion }) {
  const { review } = version;
  return (
    <Panel title={words.by}>
      {version.createdByName ? (
        <p className="small">
          <span className="muted">{words.author}：</span>
          {version.savedByName ?? version.createdByName}
        </p>
      ) : null}
      {review ? <ReviewSteps review={review} /> : null}
      {version.reviewOpinion && !review?.steps.some(({ opinion }) => opinion === version.reviewOpinion) ? <p className="pre-line">{version.reviewOpinion}</p> : null}
    </Panel>
  );
}
