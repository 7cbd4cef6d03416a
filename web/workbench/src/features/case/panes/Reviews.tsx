import { pathOfPoint } from '@tongban/server/src/modules/catalog/contract.ts';
import type { CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { Moment } from '../../../shared/format/Moment.tsx';
import { text } from '../text.ts';

/** Opinions of every department, newest first, with the points found wanting. */
export function Reviews({ view }: { view: CaseView }) {
  const reviews = view.reviews.toReversed();
  return (
    <section className="side" aria-label={text.reviews.title}>
      <h2 className="side__title">
        {text.reviews.title}
        {reviews.length > 0 ? <span className="faint">{reviews.length}</span> : null}
      </h2>
      {reviews.length === 0 ? <p className="faint small side__none">{text.reviews.none}</p> : null}
      <ul className="side__list">
        {reviews.map((review) => (
          <li key={`${review.at}${review.organizationName}`} className={review.superseded ? 'opinion is-superseded' : 'opinion'}>
            <p className="opinion__head">
              <Tag tone={review.conclusion === 'pass' ? 'done' : 'danger'}>
                {review.step === 'decision' ? text.outcome[review.conclusion === 'pass' ? 'approved' : 'denied'] : text.reviews[review.conclusion]}
              </Tag>
              <strong>{review.organizationName}</strong>
              <span className="muted">{text.reviews.steps[review.step]}</span>
              {review.superseded ? <Tag>{text.reviews.superseded}</Tag> : null}
            </p>
            <p>{review.opinion}</p>
            {review.points
              .filter((point) => !point.satisfied)
              .map((point) => (
                <p key={pathOfPoint(point.materialKey, point.pointKey)} className="small opinion__point">
                  {text.reviews.failedPoints}：{point.text}
                  {point.remark ? `（${point.remark}）` : ''}
                </p>
              ))}
            <p className="faint small">
              {review.reviewerName}　<Moment at={review.at} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
