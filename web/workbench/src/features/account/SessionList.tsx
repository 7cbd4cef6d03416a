import { useQuery, useQueryClient } from '@tanstack/react-query';
import { endOtherSessions, endSession, listSessions } from '@tongban/server/src/kernel/identity/contract.ts';
import { App, Button } from 'antd';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { formatDateTime } from '../../shared/format/dates.ts';
import { Panel } from '../../shared/page/Page.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { useAction } from '../../shared/use-action.ts';
import { describeAgent } from './describe-agent.ts';
import { text } from './text.ts';

const words = text.sessions;

/** Where one is signed in; any other place can be ended at once. */
export function SessionList() {
  const client = useQueryClient();
  const { message } = App.useApp();
  const sessions = useQuery({ queryKey: [listSessions.id], queryFn: () => api.call(listSessions, {}) });
  const one = useAction(endSession);
  const others = useAction(endOtherSessions);
  const done = (told: string) => {
    void message.success(told);
    void client.invalidateQueries({ queryKey: [listSessions.id] });
  };
  const several = (sessions.data?.items.length ?? 0) > 1;
  return (
    <Panel
      title={words.title}
      extra={
        several ? (
          <Button
            size="small"
            loading={others.busy}
            onClick={() => {
              void others.run({}, ({ ended }) => done(words.ended(ended)));
            }}
          >
            {words.endOthers}
          </Button>
        ) : null
      }
      flush
    >
      <ProblemAlert problem={one.problem ?? others.problem} />
      <QueryState query={sessions} lines={3}>
        {({ items }) => (
          <ul className="sessions">
            {items.map((session) => (
              <li key={session.id}>
                <div>
                  <p>
                    <strong>{describeAgent(session.userAgent)}</strong> {session.current ? <Tag tone="todo">{words.current}</Tag> : null}
                  </p>
                  <p className="muted small">
                    {words.ip} <span className="number">{session.ip}</span>　{words.since}{' '}
                    <span className="number">{formatDateTime(session.createdAt)}</span>　{words.last}{' '}
                    <span className="number">{formatDateTime(session.lastSeenAt)}</span>
                  </p>
                </div>
                {session.current ? null : (
                  <Button
                    size="small"
                    danger
                    onClick={() => {
                      void one.run({ params: { sessionId: session.id } }, () => done(words.endedOne));
                    }}
                  >
                    {words.end}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </QueryState>
    </Panel>
  );
}
