import type { Review } from '@tongban/server/src/kernel/reviews/contract.ts';
import { Tag } from '../case/tags.tsx';
import { formatMoment } from '../format/dates.ts';
import { text } from '../text.ts';
import './review.css';

const words = text.review;

/** Who handed it in, what each reviewer decided, and who is asked now (CAT-03). */
export function ReviewSteps({ review }: { review: Review }) {
  return (
    <>
      <p className="small">
        <span className="muted">{words.submitted}：</span>
        {review.submittedByName}　{formatMoment(review.startedAt)}
      </p>
      <ol className="review-steps">
        {review.steps.map((step) => (
          <li key={step.name + step.at}>
            <span>
              <b>{step.name}</b> <Tag tone={step.decision === 'approve' ? 'done' : 'warning'}>{words.decisions[step.decision]}</Tag>
            </span>
            <span className="faint small">{step.actorName}　{formatMoment(step.at)}</span>
            <p className="pre-line">{step.opinion}</p>
          </li>
        ))}
        {review.tasks.map((task) => (
          <li key={task.taskId}>
            <span>
              <b>{task.name}</b> <Tag tone="todo">{task.mine ? words.mine : words.waiting}</Tag>
            </span>
            <span className="faint small">{task.handler}</span>
          </li>
        ))}
      </ol>
      {review.state === 'open' && review.tasks.length === 0 ? <p className="faint small">{words.anyone}</p> : null}
      {review.state === 'cancelled' ? <p className="faint small">{words.cancelled}</p> : null}
    </>
  );
}
