import { useQuery } from '@tanstack/react-query';
import { countInbox, listInbox, type InboxItem } from '@tongban/server/src/kernel/workflow/contract.ts';
import { getWorkSummary } from '@tongban/server/src/modules/handling/contract.ts';
import { listDrafts } from '@tongban/server/src/modules/intake/contract.ts';
import { Link, useNavigate } from 'react-router';
import { api } from '../../shared/api.ts';
import { DueDate, Tag } from '../../shared/case/tags.tsx';
import { formatDate, today, weekdayOf } from '../../shared/format/dates.ts';
import { Empty } from '../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../shared/list/ListTable.tsx';
import { links, subjectLink } from '../../shared/links.ts';
import { Page, Panel } from '../../shared/page/Page.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { useHolds, useSession } from '../../shared/session/session.ts';
import { Numbers } from './Numbers.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { text } from './text.ts';
import { Watch } from './Watch.tsx';
import './home.css';

const columns: readonly Column<InboxItem>[] = [
  { key: 'due', title: text.columns.due, width: '10.5rem', render: (item) => <DueDate date={item.dueOn} over={item.level === 'overdue'} /> },
  { key: 'title', title: text.columns.title, render: (item) => <span className="list__strong">{item.subject.title}</span> },
  { key: 'step', title: text.columns.step, width: '8rem', render: (item) => item.name },
  { key: 'subject', title: text.columns.subject, width: '10.5rem', render: (item) => item.subject.name },
  {
    key: 'state',
    title: text.columns.state,
    width: '7.5rem',
    render: (item) => (
      <>
        {item.claim === 'mine' ? <Tag tone="todo">{text.mine}</Tag> : <Tag>{text.open}</Tag>}
        {item.returned ? <Tag tone="warning">{text.returned}</Tag> : null}
      </>
    ),
  },
];

/** Today's numbers, what to do next, what runs out, and the ways on (INT-01). */
export function HomePage() {
  const { account } = useSession();
  const now = today();
  const watches = useHolds('cases.case.view');
  const counts = useQuery({ queryKey: [countInbox.id], queryFn: () => api.call(countInbox, {}), refetchInterval: 60_000 });
  const summary = useQuery({ queryKey: [getWorkSummary.id], queryFn: () => api.call(getWorkSummary, {}), refetchInterval: 60_000, enabled: watches });
  return (
    <Page
      title={text.title(account.name)}
      aside={[`${formatDate(now)} ${weekdayOf(now)}`, account.organization?.name, ...account.posts.map(({ name }) => name)]
        .filter(Boolean)
        .join('　')}
    >
      <Numbers counts={counts.data} summary={summary.data} />
      <div className="home">
        <Panel title={text.next.title} extra={<Link to={links.inbox()}>{text.next.all}</Link>} flush>
          <NextTasks />
        </Panel>
        <div className="home__side">
          <Shortcuts />
          <Resume />
          {watches ? (
            <Panel title={text.watch.title} extra={<Link to={links.cases({ level: 'warning' })}>{text.watch.all}</Link>} flush>
              <QueryState query={summary} lines={3}>
                {(data) => <Watch nearest={data.nearest} />}
              </QueryState>
            </Panel>
          ) : null}
        </div>
      </div>
    </Page>
  );
}

function NextTasks() {
  const navigate = useNavigate();
  const query = { box: 'todo', order: 'due', limit: 15 } as const;
  const tasks = useQuery({ queryKey: [listInbox.id, query], queryFn: () => api.call(listInbox, { query }), refetchInterval: 60_000 });
  return (
    <QueryState query={tasks}>
      {({ items }) => (
        <ListTable
          label={text.next.title}
          columns={columns}
          rows={items}
          rowKey={(item) => item.id}
          minWidth="46rem"
          empty={<Empty title={text.next.empty}>{text.next.emptyDetail}</Empty>}
          onOpen={(item) => {
            void navigate(subjectLink(item.subject));
          }}
        />
      )}
    </QueryState>
  );
}

/** Registrations left open, where there are any. */
function Resume() {
  const allowed = useHolds('intake.case.register');
  const drafts = useQuery({ queryKey: [listDrafts.id], queryFn: () => api.call(listDrafts, {}), enabled: allowed }).data?.items ?? [];
  if (drafts.length === 0) return null;
  return (
    <Panel title={text.shortcuts.drafts} extra={drafts.length} flush>
      <ul className="home__drafts">
        {drafts.slice(0, 4).map((draft) => (
          <li key={draft.id}>
            <Link to={links.registrationDraft(draft.id)}>
              <span>
                {draft.applicantName}　<span className="muted">{draft.itemName}</span>
              </span>
              <span>{text.resume}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
