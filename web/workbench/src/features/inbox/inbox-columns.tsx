import type { inboxes, InboxItem } from '@tongban/server/src/kernel/workflow/contract.ts';
import { Button } from 'antd';
import { DueDate, Tag } from '../../shared/case/tags.tsx';
import { formatMoment } from '../../shared/format/dates.ts';
import type { Column } from '../../shared/list/ListTable.tsx';
import { text } from './text.ts';

type Box = (typeof inboxes)[number];
interface RowActions {
  claim: (item: InboxItem) => void;
  transfer: (item: InboxItem) => void;
}

const { columns: titles } = text;

const due: Column<InboxItem> = {
  key: 'due',
  title: titles.due,
  width: '10.5rem',
  fixed: true,
  render: (item) => <DueDate date={item.dueOn} over={item.level === 'overdue'} />,
};
const title: Column<InboxItem> = { key: 'title', title: titles.title, wrap: true, render: (item) => <><span className="list__strong">{item.subject.title}</span>{item.hint === null ? null : <span className="inbox-hint small" title={item.hint}>{text.hint(item.hint)}</span>}</> };
const step: Column<InboxItem> = { key: 'step', title: titles.step, width: '8rem', render: (item) => item.name };
const subject: Column<InboxItem> = { key: 'subject', title: titles.subject, width: '9rem', render: (item) => item.subject.name };
const number: Column<InboxItem> = {
  key: 'number',
  title: titles.number,
  width: '13.5rem',
  render: (item) => <span className="number">{item.subject.number}</span>,
};
const arrived: Column<InboxItem> = {
  key: 'arrived',
  title: titles.arrived,
  width: '7.5rem',
  render: (item) => <span className="number">{formatMoment(item.arrivedAt)}</span>,
};
const ended: Column<InboxItem> = {
  key: 'ended',
  title: titles.ended,
  width: '7.5rem',
  render: (item) => <span className="number">{formatMoment(item.endedAt)}</span>,
};
const note: Column<InboxItem> = { key: 'note', title: titles.note, render: (item) => <span className="muted">{item.note}</span> };
const state: Column<InboxItem> = { key: 'state', title: titles.state, width: '8.5rem', render: (item) => <TaskState item={item} /> };

/** The columns of one box. */
export function inboxColumns(box: Box, actions: RowActions): Column<InboxItem>[] {
  if (box === 'todo') {
    return [
      due,
      title,
      step,
      subject,
      number,
      arrived,
      state,
      { key: 'action', title: titles.action, width: '7.5rem', fixed: true, render: (item) => <RowButtons item={item} {...actions} /> },
    ];
  }
  if (box === 'done') return [{ ...ended, fixed: true }, title, step, subject, number, state, note];
  return [{ ...(box === 'read' ? ended : arrived), fixed: true }, title, { ...step, title: titles.from }, subject, number, note];
}

function TaskState({ item }: { item: InboxItem }) {
  return (
    <>
      {item.result ? (
        <Tag tone={item.result === 'completed' ? 'done' : 'neutral'}>
          {item.result === 'completed' ? text.states.completed : text.states.sentBack}
        </Tag>
      ) : null}
      {item.result === null && item.claim === 'mine' ? <Tag tone="todo">{text.states.mine}</Tag> : null}
      {item.result === null && item.claim === 'open' ? <Tag>{text.states.open}</Tag> : null}
      {item.form && item.result === null ? <Tag>{text.states.form}</Tag> : null}
      {item.returned ? <Tag tone="warning">{text.states.returned}</Tag> : null}
      {item.sign ? <Tag>{item.sign === 'before' ? text.states.signBefore : text.states.signAfter}</Tag> : null}
    </>
  );
}

function RowButtons({ item, claim, transfer }: { item: InboxItem } & RowActions) {
  return (
    <span className="row-buttons">
      {item.claim === 'open' ? (
        <Button size="small" type="link" onClick={() => claim(item)}>
          {text.claim}
        </Button>
      ) : null}
      <Button size="small" type="link" onClick={() => transfer(item)}>
        {text.transfer}
      </Button>
    </span>
  );
}
