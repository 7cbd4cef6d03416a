import { useQueryClient } from '@tanstack/react-query';
import { listSignals, settleSignal, signalLevels, type Signal } from '@tongban/server/src/modules/supervision/contract.ts';
import { App, Button, Checkbox, Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { DueDate, LevelTag, Tag } from '../../shared/case/tags.tsx';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { formatMoment } from '../../shared/format/dates.ts';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { links } from '../../shared/links.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useTyped } from '../../shared/typed/use-typed.ts';
import { useAction } from '../../shared/use-action.ts';
import { IssueDialog } from './orders/IssueDialog.tsx';
import { text } from './text.ts';
import { useNews } from './use-news.ts';
import { DepartmentSelect, type BoardFilterProps, type CaseFilter } from './WatchedCases.tsx';

const words = text.signals;

interface SignalListProps extends BoardFilterProps {
  /** The only one shown, as a message led to it. */
  signalId: string | undefined;
  /** Where a number of a view led here. */
  drill: CaseFilter;
  onAll: () => void;
}

/** Signals with the rule that raised them, what it saw, and the order that has them in hand (SUP-01, SUP-02). */
export function SignalList({ signalId, drill, onAll, ...props }: SignalListProps) {
  const { organizationId } = props;
  const navigate = useNavigate();
  const client = useQueryClient();
  const [settling, setSettling] = useState<Signal>();
  const [issuing, setIssuing] = useState<Signal>();
  const level = signalLevels.find((one) => one === props.level);
  const open = props.state !== 'all';
  const { itemId, regionCode, handlerId, windowKey } = drill;
  const verified = drill.verified !== undefined;
  const query = signalId ? { signalId } : {
    ...(verified ? { verified } : {}), ...(itemId ? { itemId } : {}), ...(regionCode ? { regionCode } : {}), ...(handlerId ? { handlerId } : {}), ...(windowKey ? { windowKey } : {}), ...(organizationId ? { organizationId } : {}), ...(level ? { level } : {}), ...(open ? { open: true } : {}),
  };
  const paged = useListed(listSignals, query, { refetchInterval: useNews('supervision.board', [listSignals], 30_000) });
  return (
    <>
      {signalId ? (
        <div className="wb-page__bar">
          <span className="muted">{words.one}</span>
          <Button type="link" onClick={onAll}>
            {words.showAll}
          </Button>
        </div>
      ) : (
        <div className="wb-page__bar">
          {drill.name ? <><span className="muted">{words.filtered(drill.name)}</span><Button type="link" onClick={onAll}>{words.showAll}</Button></> : null}
          <DepartmentSelect {...props} />
          <Segmented
            value={level ?? ''}
            options={[{ value: '', label: text.cases.levels.all }, ...signalLevels.map((one) => ({ value: one, label: text.cases.levels[one] }))]}
            onChange={(next) => props.onFilter({ level: next })}
          />
          <Segmented
            value={open ? '' : 'all'}
            options={[
              { value: '', label: words.open },
              { value: 'all', label: words.all },
            ]}
            onChange={(next) => props.onFilter({ state: next })}
          />
          <Checkbox checked={verified} onChange={(event) => props.onFilter({ verified: event.target.checked ? 'true' : undefined })}>{words.verified}</Checkbox>
        </div>
      )}
      <ListFrame
        cards
        label={words.title}
        columns={columnsFor(setIssuing, setSettling)}
        rowKey={(row) => row.id}
        paged={paged}
        minWidth="75rem"
        empty={words.empty}
        onOpen={(row) => {
          void navigate(pageOf[row.subjectType](row.subjectId));
        }}
      />
      {settling ? <SettleDialog key={settling.id} signal={settling} onClose={() => setSettling(undefined)} onDone={() => { setSettling(undefined); void client.invalidateQueries({ queryKey: [listSignals.id] }); }} /> : null}
      {issuing ? (
        <IssueDialog
          from={{ key: `signal.${issuing.id}`, signal: issuing, organization: { id: issuing.organizationId, name: issuing.organizationName }, content: text.orders.form.template(`${issuing.itemName}${issuing.caseNumber ? ` ${issuing.caseNumber}` : ''}`, issuing.says || issuing.rule.name) }}
          onClose={() => setIssuing(undefined)}
        />
      ) : null}
    </>
  );
}

const pageOf: Record<Signal['subjectType'], (id: string) => string> = { 'case': links.case, 'rectification': links.rectification, 'stuck-matter': links.stuckMatter, 'order': links.supervisionOrder };

function columnsFor(issue: (signal: Signal) => void, settle: (signal: Signal) => void): Column<Signal>[] {
  return [
    { key: 'level', title: words.columns.level, width: '4.5rem', fixed: true, render: (row) => <LevelTag level={row.level} why={row.rule.name} /> },
    {
      key: 'subject', title: words.columns.subject, width: '18rem', wrap: true,
      render: (row) => (
        <>
          <span className="list__strong">{row.itemName}</span>
          <br />
          <span className="small muted">{words.subject[row.subjectType]}{row.caseNumber ? <span className="number"> {row.caseNumber}</span> : null}</span>
        </>
      ),
    },
    { key: 'rule', title: words.columns.rule, wrap: true, render: (row) => <><span title={row.advice}>{row.rule.ruleNo} {row.rule.name}</span><span className="small muted">　{row.says}</span></> },
    { key: 'department', title: words.columns.department, width: '9rem', wrap: true, render: (row) => row.organizationName },
    {
      key: 'due',
      title: words.columns.due,
      width: '10.5rem',
      render: (row) => <DueDate date={row.dueOn} over={row.clearedAt === null && row.level !== 'warning'} />,
    },
    { key: 'raised', title: words.columns.raised, width: '8rem', render: (row) => <span className="number">{formatMoment(row.raisedAt)}</span> },
    {
      key: 'order',
      title: words.columns.order,
      width: '11rem',
      wrap: true,
      render: (row) => (
        <span className="demand">
          {row.settled ? <Tag tone="done" title={text.orders.settledBy(row.settled.by, row.settled.text)}>{text.orders.settled}</Tag> : row.clearedAt ? <Tag tone="done">{words.cleared}</Tag> : null}
          {row.order ? <Link to={links.supervisionOrder(row.order.id)} onClick={(event) => event.stopPropagation()}><Tag tone={row.order.finished ? 'neutral' : 'warning'}>{row.order.stateLabel}</Tag></Link> : null}
          {row.abilities.order ? <Button size="small" onClick={(event) => { event.stopPropagation(); issue(row); }}>{text.orders.order}</Button> : null}
          {row.abilities.settle && row.order === null ? <Button size="small" type="text" onClick={(event) => { event.stopPropagation(); settle(row); }}>{text.orders.settle}</Button> : null}
        </span>
      ),
    },
  ];
}

/** Puts a signal aside with what was found out. */
function SettleDialog({ signal, onClose, onDone }: { signal: Signal; onClose: () => void; onDone: () => void }) {
  const { message } = App.useApp();
  const [typed, setTyped, forget] = useTyped(`signal.${signal.id}.settle`, '');
  const { run, busy, problem } = useAction(settleSignal);
  const { orders } = text;
  const missing = useMissing({ 'signal-words': typed.trim().length < 5 && sharedText.missing.atLeast(orders.settleLabel, 5) });
  const send = () => {
    if (!missing.check()) return;
    void run({ params: { signalId: signal.id }, body: { text: typed.trim() } }, () => {
      forget();
      void message.success(orders.settled);
      onDone();
    });
  };
  return (
    <Modal open title={orders.settleTitle} okText={orders.settle} confirmLoading={busy} onOk={send} onCancel={onClose} width={480} destroyOnHidden>
      <p className="muted">{signal.itemName}　{signal.organizationName}</p>
      <p className="demand-text">{signal.rule.name}　{signal.says}</p>
      <ProblemAlert problem={problem} onRefresh={onDone} />
      <label className="part__label" htmlFor="signal-words">{orders.settleLabel}</label>
      <Input.TextArea id="signal-words" rows={4} maxLength={500} value={typed} onChange={(event) => setTyped(event.target.value)} autoFocus />
      {missing.of('signal-words') ? <Lack text={missing.of('signal-words')} /> : <p className="faint small">{words.rule}</p>}
    </Modal>
  );
}
