import { listSingleParts, partLabel, partLabels, type BundleParts, type BundleVersionView } from '@tongban/server/src/modules/bundles/contract.ts';
import { Comments } from '../../../shared/review/Comments.tsx';
import { ReviewSteps } from '../../../shared/review/ReviewSteps.tsx';
import type { Discussion } from '../../../shared/review/use-discussion.ts';
import { text } from '../text.ts';

const words = text.review;

interface ReviewSectionProps {
  version: BundleVersionView;
  /** Its fields and materials, on which remarks are made too; undefined until they are here. */
  parts: BundleParts | undefined;
  discussion: Discussion;
  onJump: (path: string) => void;
}

/** Who was asked and what they said: of the whole version, and of single parts (BDL-01, CAT-03). */
export function ReviewSection({ version: { content, review }, parts, discussion, onJump }: ReviewSectionProps) {
  const singles = (parts ? listSingleParts(parts) : []).flatMap(({ paths: [path], label }) => (path === undefined ? [] : [{ value: path, label }]));
  const places = [
    ...content.questions.map(({ key }) => `questions.${key}`), ...content.items.map(({ key }) => `items.${key}`), ...Object.keys(partLabels),
  ].map((path) => ({ value: path, label: partLabel(content, path) })).concat(singles);
  return (
    <div className="bundle-section">
      {review ? <ReviewSteps review={review} /> : <p className="muted">{words.never}</p>}
      <h3>{words.comments}</h3>
      <Comments discussion={discussion} places={places} placeLabel={words.place} onJump={onJump} />
    </div>
  );
}
