import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Badge, Button, Card, Tabs, useToast } from '@tongban/ui';
import { BellOff } from 'lucide-react';
import { useNavigate } from 'react-router';
import { listMessages, readMessages, type InboxMessage } from '@tongban/server/src/kernel/messaging/contract.ts';
import { api } from '../../shared/api.ts';
import { formatDateTime } from '../../shared/format/dates.ts';
import { PagedList } from './PagedList.tsx';
import { useUnread } from './SpaceLayout.tsx';
import { SpacePart } from './SpacePart.tsx';
import { text } from './text.ts';

const t = text.messages;

function useReading() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: string[] | undefined) => api.call(readMessages, { body: ids ? { ids } : {} }),
    onSuccess: () => client.invalidateQueries({ predicate: (query) => String(query.queryKey[0]).startsWith('messaging.') }),
  });
}

function Message({ message, onOpen }: { message: InboxMessage; onOpen: (message: InboxMessage) => void }) {
  return (
    <li className="space-row">
      <div className="space-row__main">
        <p className="space-row__title">{message.title}{!message.readAt && <Badge tone="info">{t.unread}</Badge>}</p>
        <p className="lines">{message.body}</p>
        <p className="muted">{formatDateTime(message.sentAt)}</p>
      </div>
      {(message.link ?? !message.readAt) && <Button onClick={() => onOpen(message)} aria-label={`${t.open}：${message.title}`}>{t.open}</Button>}
    </li>
  );
}

function MessageList({ unread }: { unread: boolean }) {
  const reading = useReading();
  const navigate = useNavigate();
  function open(message: InboxMessage) {
    if (!message.readAt) reading.mutate([message.id]);
    if (message.link?.startsWith('/')) void navigate(message.link);
  }
  return (
    <PagedList
      queryKey={['messaging.list-messages', unread]} unit={t.unit} load={(page) => api.call(listMessages, { query: { ...page, ...(unread ? { unread } : {}) } })}
      empty={{ icon: <BellOff size={48} aria-hidden="true" />, title: t.empty, detail: t.emptyDetail }}
    >
      {(items) => <ul className="space-list">{items.map((message) => <Message key={message.id} message={message} onOpen={open} />)}</ul>}
    </PagedList>
  );
}

export function MessagesPart() {
  const reading = useReading();
  const toast = useToast();
  const unread = useUnread().data?.count ?? 0;
  return (
    <SpacePart
      title={text.parts.messages}
      aside={unread > 0 && <Button busy={reading.isPending} onClick={() => reading.mutate(undefined, { onSuccess: () => toast(t.allRead) })}>{t.readAll}</Button>}
    >
      <Card>
        <Tabs
          label={t.show}
          tabs={[{ id: 'all', label: t.all, panel: <MessageList key="all" unread={false} /> }, { id: 'unread', label: t.unreadOnly, panel: <MessageList key="unread" unread /> }]}
        />
      </Card>
    </SpacePart>
  );
}
