import { useQuery, useQueryClient } from '@tanstack/react-query';
import { countInbox, inboxes, listInbox, markRead, taskSteps, type InboxItem } from '@tongban/server/src/kernel/workflow/contract.ts';
import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api } from '../../shared/api.ts';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import { SearchField } from '../../shared/list/SearchField.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { subjectLink } from '../../shared/links.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { Page } from '../../shared/page/Page.tsx';
import { TransferDialog } from '../../shared/tasks/TransferDialog.tsx';
import { inboxColumns } from './inbox-columns.tsx';
import { text } from './text.ts';
import { useClaim } from './use-claim.ts';

type Box = (typeof inboxes)[number];

/** 待办, 已办, 待阅, 已阅 (WFL-02). */
export function InboxPage() {
  const box = boxOf(useParams()['box']);
  const navigate = useNavigate();
  const client = useQueryClient();
  const [filters, setFilters, reset] = useFilters(['step', 'q', 'order']);
  const [transferring, setTransferring] = useState<{ taskId: string; title: string }>();
  const step = taskSteps.find((one) => one === filters.step);
  const order = filters.order === 'newest' ? 'newest' : 'due';
  const query = { box, ...(step ? { step } : {}), ...(filters.q ? { q: filters.q } : {}), ...(box === 'todo' ? ({ order } as const) : {}) };
  const paged = useListed(listInbox, query, { refetchInterval: 60_000 });
  const refresh = () => {
    void client.invalidateQueries({ queryKey: [listInbox.id] });
    void client.invalidateQueries({ queryKey: [countInbox.id] });
  };
  const claim = useClaim(refresh);

  function open(item: InboxItem) {
    if (item.kind === 'reading' && box === 'to-read') void api.call(markRead, { params: { readingId: item.id } }).then(refresh, () => undefined);
    void navigate(subjectLink(item.subject));
  }
  const transfer = (item: InboxItem) =>
    setTransferring({ taskId: item.taskId, title: `${item.name} · ${item.subject.title} · ${item.subject.number}` });
  const filtered = Boolean(filters.q ?? filters.step);
  return (
    <Page
      fill
      title={text.boxes[box]}
      aside={<Counts />}
      actions={
        <Segmented<Box>
          value={box}
          options={inboxes.map((one) => ({ value: one, label: text.boxes[one] }))}
          onChange={(next) => {
            void navigate(next === 'todo' ? '/inbox' : `/inbox/${next}`);
          }}
        />
      }
      bar={
        <>
          <SearchField value={filters.q} placeholder={text.filter.q} onChange={(q) => setFilters({ q })} />
          <FilterSelect
            label={text.columns.step} any={text.filter.step} value={step} width={120}
            options={taskSteps.map((one) => ({ value: one, label: text.steps[one] }))} onChange={(next) => setFilters({ step: next })}
          />
          {box === 'todo' ? (
            <Select
              value={order}
              style={{ width: 130 }}
              aria-label={text.filter.order}
              onChange={(next) => setFilters({ order: next })}
              options={[
                { value: 'due', label: text.filter.due },
                { value: 'newest', label: text.filter.newest },
              ]}
            />
          ) : null}
          {filtered ? (
            <Button type="link" onClick={reset}>
              {text.reset}
            </Button>
          ) : null}
        </>
      }
    >
      <ListFrame
        label={text.boxes[box]}
        columns={inboxColumns(box, { claim: claim.take, transfer })}
        rowKey={(item) => item.id}
        onOpen={open}
        paged={paged}
        minWidth="77rem"
        empty={text.empty[box]}
        onReset={filtered ? reset : undefined}
        rowKeys={
          box === 'todo'
            ? [
                {
                  key: 'c',
                  label: text.claim,
                  run: (item) => {
                    if (item.claim === 'open') claim.take(item);
                  },
                },
                {
                  key: 'u',
                  label: text.release,
                  run: (item) => {
                    if (item.claim === 'mine') claim.release(item);
                  },
                },
                { key: 't', label: text.transfer, run: transfer },
              ]
            : []
        }
      />
      <TransferDialog
        task={transferring}
        onClose={() => setTransferring(undefined)}
        onDone={() => {
          setTransferring(undefined);
          refresh();
        }}
      />
    </Page>
  );
}

function boxOf(segment: string | undefined): Box {
  return inboxes.find((one) => one === segment) ?? 'todo';
}

function Counts() {
  const counts = useQuery({ queryKey: [countInbox.id], queryFn: () => api.call(countInbox, {}), refetchInterval: 60_000 }).data;
  if (!counts) return null;
  return (
    <>
      {counts.dueToday > 0 ? <Tag tone="warning">{text.counts.today(counts.dueToday)}</Tag> : null}
      {counts.overdue > 0 ? <Tag tone="danger">{text.counts.overdue(counts.overdue)}</Tag> : null}
    </>
  );
}
