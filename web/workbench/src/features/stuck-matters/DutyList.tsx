import { useQuery, useQueryClient } from '@tanstack/react-query';
import { listDuty, removeDuty, saveDuty, type DutyDay } from '@tongban/server/src/modules/stuck-matters/contract.ts';
import { App, Button, Form, Input, Modal, Popconfirm } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { addDays, formatDate, today, weekdayOf } from '../../shared/format/dates.ts';
import { DateField } from '../../shared/list/DateField.tsx';
import { Empty } from '../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../shared/list/ListTable.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useAction } from '../../shared/use-action.ts';
import { HandlerPicker } from './HandlerPicker.tsx';
import { text } from './text.ts';

const words = text.duty;

type Editing = Partial<Pick<DutyDay, 'on' | 'directorId' | 'directorName'>> & Pick<DutyDay, 'place' | 'note'>;

/** 局长进大厅: who is in the hall on which day, a month back and two ahead. */
export function DutyList() {
  const { message } = App.useApp();
  const client = useQueryClient();
  const [editing, setEditing] = useState<Editing>();
  const now = today();
  const [from, setFrom] = useState(addDays(now, -7));
  const duty = useQuery({ queryKey: [listDuty.id, from], queryFn: () => api.call(listDuty, { query: { from, to: addDays(from, 67) } }) });
  const remove = useAction(removeDuty);
  const refresh = () => { void client.invalidateQueries({ queryKey: [listDuty.id] }); };
  const columns: Column<DutyDay>[] = [
    { key: 'date', title: words.date, width: '12.5rem', fixed: true, render: (row) => <><span className="list__strong">{formatDate(row.on)}</span> <span className="faint small">{weekdayOf(row.on)}</span>{row.on === now ? <> <Tag tone="todo">{words.today}</Tag></> : null}</> },
    { key: 'director', title: words.director, width: '6rem', render: (row) => row.directorName },
    { key: 'department', title: words.department, width: '14rem', render: (row) => row.organizationName },
    { key: 'place', title: words.place, wrap: true, render: (row) => row.place || <span className="faint">{text.none}</span> },
    { key: 'note', title: words.note, width: '9rem', wrap: true, render: (row) => row.note || <span className="faint">{text.none}</span> },
    { key: 'matters', title: words.matters, width: '5rem', align: 'right', render: (row) => row.matters },
    { key: 'by', title: words.by, width: '6rem', render: (row) => row.savedByName },
    {
      key: 'actions', title: '', width: '8.5rem', render: (row) => (duty.data?.canEdit && row.on >= now ? (
        <>
          <Button size="small" type="link" onClick={() => setEditing(row)}>{words.edit}</Button>
          <Popconfirm title={words.removeTitle} description={words.removeText} okText={words.remove} cancelText={words.cancel} onConfirm={() => { void remove.run({ params: { on: row.on } }, () => { void message.success(words.saved); refresh(); }); }}>
            <Button size="small" type="link" danger>{words.remove}</Button>
          </Popconfirm>
        </>
      ) : null),
    },
  ];
  return (
    <>
      <div className="wb-page__bar">
        <span className="muted">{words.from}</span><DateField value={from} label={words.from} onChange={(next) => setFrom(next ?? addDays(now, -7))} />
        <span className="muted small">{words.lead}</span>
        {duty.data?.canEdit ? <Button type="primary" onClick={() => setEditing({ place: '', note: '' })}>{words.add}</Button> : null}
      </div>
      <ProblemAlert problem={remove.problem} onRefresh={refresh} />
      <QueryState query={duty}>
        {(data) => <div className="frame"><ListTable<DutyDay> cards label={text.tabs.duty} columns={columns} rows={data.items} rowKey={(row) => row.on} minWidth="76rem" empty={<Empty title={words.empty[0] ?? ''}>{words.empty[1]}</Empty>} /></div>}
      </QueryState>
      {editing ? <DutyDialog editing={editing} onClose={() => setEditing(undefined)} onDone={() => { setEditing(undefined); void message.success(words.saved); refresh(); }} /> : null}
    </>
  );
}

function DutyDialog({ editing, onClose, onDone }: { editing: Editing; onClose: () => void; onDone: () => void }) {
  const [day, setDay] = useState(editing);
  const { run, busy, problem } = useAction(saveDuty);
  const missing = useMissing({ 'duty-on': day.on === undefined && sharedText.missing.choose(words.date), 'duty-director': day.directorId === undefined && sharedText.missing.choose(words.director) });
  const send = () => {
    if (!missing.check() || day.on === undefined || day.directorId === undefined) return;
    void run({ params: { on: day.on }, body: { directorId: day.directorId, place: day.place.trim(), note: day.note.trim() } }, onDone);
  };
  return (
    <Modal open title={words.addTitle} okText={words.save} cancelText={words.cancel} confirmLoading={busy} onOk={send} onCancel={onClose} width={480} afterOpenChange={(open) => { if (open) document.getElementById(editing.on === undefined ? 'duty-on' : 'duty-director')?.focus(); }}>
      <ProblemAlert problem={problem} />
      <Form layout="vertical">
        <Form.Item label={words.date} htmlFor="duty-on" required {...missing.item('duty-on')}><DateField id="duty-on" value={day.on} minimum={today()} disabled={editing.on !== undefined} onChange={(on) => { const { on: _before, ...rest } = day; setDay(on === undefined ? rest : { ...rest, on }); }} /></Form.Item>
        <Form.Item label={words.director} htmlFor="duty-director" required {...missing.item('duty-director')}>
          <HandlerPicker
            id="duty-director" value={day.directorId} name={day.directorName}
            onChange={(one) => { const { directorId: _id, directorName: _name, ...rest } = day; setDay(one === undefined ? rest : { ...rest, directorId: one.id, directorName: one.name }); }}
          />
        </Form.Item>
        <Form.Item label={words.place} htmlFor="duty-place"><Input id="duty-place" maxLength={100} value={day.place} onChange={({ target }) => setDay({ ...day, place: target.value })} /></Form.Item>
        <Form.Item label={words.note} htmlFor="duty-note"><Input id="duty-note" maxLength={200} value={day.note} onChange={({ target }) => setDay({ ...day, note: target.value })} /></Form.Item>
      </Form>
    </Modal>
  );
}
