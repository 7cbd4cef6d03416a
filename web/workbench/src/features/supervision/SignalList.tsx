import { useQueryClient } from '@tanstack/react-query';
import { answerDemand, demandAnswer, listSignals, signalLevels, type Signal } from '@tongban/server/src/modules/supervision/contract.ts';
import { App, Button, Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
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
import { text } from './text.ts';
import { DepartmentSelect, type BoardFilterProps } from './WatchedCases.tsx';

const words = text.signals;
type Asking = { signal: Signal; kind: 'demand' | 'answer' };

interface SignalListProps extends BoardFilterProps {
  /** The only one shown, as a message led to it. */
  signalId: string | undefined;
  onAll: () => void;
}

/** Signals with the supervisor's demand and the department's answer (SUP-02). */
export function SignalList({ signalId, onAll, ...props }: SignalListProps) {
  const { organizationId } = props;
  const navigate = useNavigate();
  const client = useQueryClient();
  const [asking, setAsking] = useState<Asking>();
  const level = signalLevels.find((one) => one === props.level);
  const open = props.state !== 'all';
  const query = signalId ? { signalId } : { ...(organizationId ? { organizationId } : {}), ...(level ? { level } : {}), ...(open ? { open: true } : {}) };
  const paged = useListed(listSignals, query, { refetchInterval: 30_000 });
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
        </div>
      )}
      <ListFrame
        label={words.title}
        columns={columnsFor(setAsking)}
        rowKey={(row) => row.id}
        paged={paged}
        minWidth="80rem"
        empty={words.empty}
        onOpen={(row) => {
          void navigate(row.subjectType === 'case' ? links.case(row.subjectId) : links.rectification(row.subjectId));
        }}
      />
      <WordsDialog
        key={asking ? `${asking.signal.id}${asking.kind}` : ''}
        asking={asking}
        onClose={() => setAsking(undefined)}
        onDone={() => {
          setAsking(undefined);
          void client.invalidateQueries({ queryKey: [listSignals.id] });
        }}
      />
    </>
  );
}

function columnsFor(ask: (asking: Asking) => void): Column<Signal>[] {
  return [
    { key: 'level', title: words.columns.level, width: '4.5rem', fixed: true, render: (row) => <LevelTag level={row.level} /> },
    {
      key: 'subject',
      title: words.columns.subject,
      width: '15.5rem',
      render: (row) => (
        <>
          {words.subject[row.subjectType]}
          {row.caseNumber ? <span className="number muted">　{row.caseNumber}</span> : null}
        </>
      ),
    },
    { key: 'item', title: words.columns.item, render: (row) => <span className="list__strong">{row.itemName}</span> },
    { key: 'department', title: words.columns.department, width: '11rem', render: (row) => row.organizationName },
    {
      key: 'due',
      title: words.columns.due,
      width: '10.5rem',
      render: (row) => <DueDate date={row.dueOn} over={row.clearedAt === null && row.level !== 'warning'} />,
    },
    { key: 'raised', title: words.columns.raised, width: '8.5rem', render: (row) => <span className="number">{formatMoment(row.raisedAt)}</span> },
    {
      key: 'demand',
      title: words.columns.demand,
      width: '17rem',
      wrap: true,
      render: (row) => (
        <span className="demand">
          {row.clearedAt ? <Tag tone="done">{words.cleared}</Tag> : null}
          {row.demand ? (
            <>
              <Tag tone={row.demand.answer ? 'neutral' : 'warning'}>{row.demand.answer ? words.answered : words.demanded}</Tag>
              <span className="small" title={row.demand.text}>
                {row.demand.answer?.text ?? row.demand.text}
              </span>
            </>
          ) : null}
          {row.abilities.demand ? (
            <Button size="small" onClick={() => ask({ signal: row, kind: 'demand' })}>
              {words.demand}
            </Button>
          ) : null}
          {row.abilities.answer ? (
            <Button size="small" type="primary" onClick={() => ask({ signal: row, kind: 'answer' })}>
              {words.answer}
            </Button>
          ) : null}
        </span>
      ),
    },
  ];
}

function WordsDialog({ asking, onClose, onDone }: { asking: Asking | undefined; onClose: () => void; onDone: () => void }) {
  const { message } = App.useApp();
  const [typed, setTyped, forget] = useTyped(`signal.${asking?.signal.id ?? ''}.${asking?.kind ?? ''}`, '');
  const demand = useAction(demandAnswer);
  const answer = useAction(answerDemand);
  const action = asking?.kind === 'answer' ? answer : demand;
  const label = asking?.kind === 'answer' ? words.answerLabel : words.demandLabel;
  const missing = useMissing({ 'signal-words': typed.trim().length < 5 && sharedText.missing.atLeast(label, 5) });
  const send = () => {
    if (!missing.check() || !asking) return;
    void action.run({ params: { signalId: asking.signal.id }, body: { text: typed.trim() } }, () => {
      forget();
      void message.success(words.sent);
      onDone();
    });
  };
  return (
    <Modal
      open={asking !== undefined}
      title={asking?.kind === 'answer' ? words.answerTitle : words.demandTitle}
      okText={words.send}
      confirmLoading={action.busy}
      onOk={send}
      onCancel={onClose}
      width={480}
      destroyOnHidden
    >
      <p className="muted">
        {asking?.signal.itemName}　{asking?.signal.organizationName}
      </p>
      {asking?.kind === 'answer' && asking.signal.demand ? (
        <p className="demand-text">
          {asking.signal.demand.text}
          <span className="faint small">　{words.by(asking.signal.demand.by, formatMoment(asking.signal.demand.at))}</span>
        </p>
      ) : null}
      <ProblemAlert problem={action.problem} onRefresh={onDone} />
      <label className="part__label" htmlFor="signal-words">
        {label}
      </label>
      <Input.TextArea id="signal-words" rows={4} maxLength={500} value={typed} onChange={(event) => setTyped(event.target.value)} autoFocus />
      {missing.of('signal-words') ? <Lack text={missing.of('signal-words')} /> : <p className="faint small">{words.rule}</p>}
    </Modal>
  );
}
