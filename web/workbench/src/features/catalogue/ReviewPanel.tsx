import type { ItemVersion } from '@tongban/server/src/modules/catalog/contract.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { formatMoment } from '../../shared/format/dates.ts';
import { Panel } from '../../shared/page/Page.tsx';
import { text } from './text.ts';

const words = text.review;

/** What each reviewer decided, and who is asked now (CAT-03). */
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
      {review ? (
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
      ) : null}
      {version.reviewOpinion && !review?.steps.some(({ opinion }) => opinion === version.reviewOpinion) ? <p className="pre-line">{version.reviewOpinion}</p> : null}
    </Panel>
  );
}
