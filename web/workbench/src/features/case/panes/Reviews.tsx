import { pathOfPoint } from '@tongban/server/src/modules/catalog/contract.ts';
import type { CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { useId, useState } from 'react';
import { Tag } from '../../../shared/case/tags.tsx';
import { Moment } from '../../../shared/format/Moment.tsx';
import { text } from '../text.ts';

type Point = CaseView['reviews'][number]['points'][number];

interface Reviewed extends Pick<CaseView, 'reviews'> { readonly materials: readonly Pick<CaseView['materials'][number], 'key' | 'name'>[] }

/** Opinions of every department, newest first, each with the points that were compared for it (HND-04). */
export function Reviews({ view }: { view: Reviewed }) {
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
            {review.points.length > 0 ? <Points points={review.points} materials={view.materials} /> : null}
            <p className="faint small">
              {review.reviewerName}　<Moment at={review.at} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was compared: the points found wanting always, the others at a press and on paper. */
function Points({ points, materials }: { points: readonly Point[]; materials: Reviewed['materials'] }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const words = text.reviews.points;
  const placeOf = ({ materialKey, condition }: Point) => condition ?? materials.find(({ key }) => key === materialKey)?.name ?? '';
  return (
    <>
      <button type="button" className="link-button opinion__fold" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {words.count(points.length, points.filter(({ satisfied }) => !satisfied).length)}
      </button>
      <ul id={id} className={open ? 'opinion__points is-open' : 'opinion__points'} aria-label={text.points.title}>
        {points.map((point) => (
          <li key={pathOfPoint(point.materialKey, point.pointKey)} className={point.satisfied ? 'is-passed' : 'is-failed'}>
            <span className="opinion__found">{point.satisfied ? text.points.satisfied : text.points.unsatisfied}</span>
            <span>
              {point.text}
              {point.remark ? `（${point.remark}）` : ''}
              <span className="faint">　{placeOf(point)}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
