import { useQueryClient } from '@tanstack/react-query';
import { countUnreadMessages, listMessages, readMessages, type InboxMessage } from '@tongban/server/src/kernel/messaging/contract.ts';
import type { Static } from '@tongban/contract-kit';
import { Button, Segmented } from 'antd';
import { useNavigate } from 'react-router';
import { api } from '../../shared/api.ts';
import { formatMoment } from '../../shared/format/dates.ts';
import { Empty } from '../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../shared/list/ListTable.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { Page } from '../../shared/page/Page.tsx';
import { text } from './text.ts';

type Message = Static<typeof InboxMessage>;

const columns: readonly Column<Message>[] = [
  {
    key: 'at',
    title: '',
    width: '9rem',
    render: (row) => <span className={row.readAt ? 'number faint' : 'number'}>{formatMoment(row.sentAt)}</span>,
  },
  {
    key: 'message',
    title: '',
    wrap: true,
    render: (row) => (
      <>
        {row.readAt ? null : <span className="message__dot" aria-label={text.unread} />}
        <span className={row.readAt ? '' : 'list__strong'}>{row.title}</span>
        <span className="list__two muted">{row.body}</span>
      </>
    ),
  },
];

/** Links of messages are paths of the reader's own front-end, with or without where it lives. */
function pathOf(link: string | null): string | undefined {
  return link?.startsWith('/') ? link.replace(/^\/workbench(?=\/|$)/, '') || '/' : undefined;
}

/** The officer's in-site messages, newest first. */
export function MessagesPage() {
  const [filters, setFilters] = useFilters(['show']);
  const navigate = useNavigate();
  const client = useQueryClient();
  const unread = filters.show !== 'all';
  const query = unread ? { unread: true } : {};
  const paged = useListed(listMessages, query);
  const read = (ids?: string[]) => {
    void api.call(readMessages, { body: ids ? { ids } : {} }).then(
      () => Promise.all([listMessages, countUnreadMessages].map((operation) => client.invalidateQueries({ queryKey: [operation.id] }))),
      () => undefined,
    );
  };
  const [emptyTitle, emptyDetail] = unread ? text.emptyUnread : text.empty;
  return (
    <Page
      fill
      title={text.title}
      actions={
        <>
          {paged.rows.some(({ readAt }) => !readAt) ? <Button onClick={() => read()}>{text.readAll}</Button> : null}
          <Segmented
            value={unread ? '' : 'all'}
            options={[
              { value: '', label: text.unread },
              { value: 'all', label: text.all },
            ]}
            onChange={(next) => setFilters({ show: next })}
          />
        </>
      }
    >
      <div className="frame messages">
        <ListTable
          label={text.title}
          columns={columns}
          rows={paged.rows}
          rowKey={(row) => row.id}
          paged={paged}
          empty={<Empty title={emptyTitle ?? ''}>{emptyDetail}</Empty>}
          onOpen={(row) => {
            if (!row.readAt) read([row.id]);
            const path = pathOf(row.link);
            if (path) void navigate(path);
          }}
        />
      </div>
    </Page>
  );
}
