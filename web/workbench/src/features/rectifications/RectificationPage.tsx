import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRectification, type RectificationView } from '@tongban/server/src/modules/ratings/contract.ts';
import { Button } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../shared/api.ts';
import { LevelTag, Tag } from '../../shared/case/tags.tsx';
import { formatDate, formatDateTime } from '../../shared/format/dates.ts';
import { links } from '../../shared/links.ts';
import { Facts, Page, Panel } from '../../shared/page/Page.tsx';
import { PageState } from '../../shared/page/PageState.tsx';
import { NextStep } from './NextStep.tsx';
import { text } from './text.ts';
import './rectifications.css';

/** One bad rating with what was done about it, and the next step. */
export function RectificationPage() {
  const { taskId = '' } = useParams();
  const query = useQuery({
    queryKey: [getRectification.id, taskId],
    queryFn: () => api.call(getRectification, { params: { rectificationId: taskId } }),
  });
  return (
    <PageState query={query}>
      {(view) => (
        <Rectification
          view={view}
          onRefresh={() => {
            void query.refetch();
          }}
        />
      )}
    </PageState>
  );
}

function Rectification({ view, onRefresh }: { view: RectificationView; onRefresh: () => void }) {
  const navigate = useNavigate();
  const { rating } = view;
  return (
    <Page
      title={`${text.one} · ${rating.itemName}`}
      aside={
        <>
          <Tag tone={view.finishedAt ? 'done' : 'todo'}>{view.stateLabel}</Tag> <LevelTag level={view.level} /> {' '}
          {view.state === 'appealing' ? text.paused : `${text.due} ${formatDate(view.dueOn)} ${view.remainingDays === null ? '' : text.remaining(view.remainingDays)}`}
        </>
      }
      actions={
        <Button
          icon={<ArrowLeftOutlined />}
          onClick={() => {
            void navigate(links.rectifications());
          }}
        >
          {text.back}
        </Button>
      }
    >
      <div className="rectification">
        <div className="rectification__main">
          <NextStep key={view.id} view={view} onRefresh={onRefresh} />
          <Panel title={text.progress}>
            {view.steps.length === 0 ? <p className="faint small">{text.noSteps}</p> : null}
            <ol className="rectification__steps">
              {view.steps.toReversed().map((step) => (
                <li key={step.at + step.action}>
                  <p>
                    <strong>{step.label}</strong>
                    <span className="faint small">
                      {'　'}
                      {step.by}
                      {step.organizationName ? ` · ${step.organizationName}` : ''}　{formatDateTime(step.at)}
                    </span>
                  </p>
                  {step.choice === null ? null : <p className="rectification__choice">{step.choice}</p>}
                  <p className="pre-line">{step.text}</p>
                </li>
              ))}
            </ol>
          </Panel>
        </div>
        <Panel title={text.rating.title}>
          <p className="rectification__level">
            <strong>{rating.levelName}</strong>
          </p>
          <p className="pre-line">{rating.text ?? <span className="faint">{text.rating.none}</span>}</p>
          <ul className="rectification__options">
            {rating.options.map((option) => (
              <li key={option.code}>{option.text}</li>
            ))}
          </ul>
          <Facts
            items={[
              { label: text.rating.rater, value: rating.raterName },
              { label: text.rating.channel, value: text.channels[rating.channel] },
              { label: text.rating.at, value: formatDateTime(rating.ratedAt) },
              { label: text.columns.department, value: rating.organizationName },
              ...(rating.caseId
                ? [
                    {
                      label: text.rating.case,
                      value: (
                        <Link to={links.case(rating.caseId)} className="number">
                          {rating.caseNumber}
                        </Link>
                      ),
                    },
                  ]
                : []),
              ...(view.found.length > 0 ? [{ label: text.found.label, value: view.found.map((one) => one.text).join('、') }] : []),
              ...(view.reply ? [{ label: text.reply, value: view.reply }] : []),
            ]}
          />
        </Panel>
      </div>
    </Page>
  );
}
