import type { EntryDetail, EntryVersion } from '@tongban/server/src/modules/directory/entry.contract.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { formatMoment } from '../../../shared/format/dates.ts';
import { Panel } from '../../../shared/page/Page.tsx';
import { text } from '../text.ts';

const words = text.review;

/** What each reviewer decided and who is asked now; of an imported version, the opinion on its import (CAT-03). */
export function ReviewTrail({ review, version }: { review: EntryDetail['review']; version: EntryVersion }) {
  return (
    <Panel title={words.title}>
      {review ? (
        <>
          <p className="small"><span className="muted">{words.submitted}：</span>{review.submittedByName}　{formatMoment(review.startedAt)}</p>
          <ol className="review-trail">
            {review.steps.map((step) => (
              <li key={step.name + step.at}>
                <span><b>{step.name}</b> <Tag tone={step.decision === 'approve' ? 'done' : 'warning'}>{words.decisions[step.decision]}</Tag></span>
                <span className="faint small">{step.actorName}　{formatMoment(step.at)}</span>
                <p className="pre-line">{step.opinion}</p>
              </li>
            ))}
            {review.tasks.map((task) => (
              <li key={task.taskId}>
                <span><b>{task.name}</b> <Tag tone="todo">{task.mine ? words.mine : words.waiting}</Tag></span>
                <span className="faint small">{task.handler}</span>
              </li>
            ))}
          </ol>
          {review.state === 'open' && review.tasks.length === 0 ? <p className="faint small">{words.anyone}</p> : null}
          {review.state === 'cancelled' ? <p className="faint small">{words.cancelled}</p> : null}
        </>
      ) : (
        <>
          <p className="small"><span className="muted">{version.reviewedByName}</span>　{version.reviewedAt ? formatMoment(version.reviewedAt) : ''}</p>
          <p className="pre-line">{version.reviewOpinion}</p>
        </>
      )}
    </Panel>
  );
}
