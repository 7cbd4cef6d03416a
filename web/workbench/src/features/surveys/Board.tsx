import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { exportBoard, getBoard, saveTargets, stageCodes, subjectKinds, type ProgressBoard, type StageCode, type SubjectKind, type Targets } from '@tongban/server/src/modules/surveys/contract.ts';
import { App, Button, InputNumber, Modal, Progress } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { Empty } from '../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../shared/list/ListTable.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { useAction } from '../../shared/use-action.ts';
import { AwaitingDrawer } from './AwaitingDrawer.tsx';
import { refreshBoard } from './refresh.ts';
import { SubjectDialog } from './SubjectDialog.tsx';
import { SubjectDrawer, type SubjectFilter } from './SubjectDrawer.tsx';
import { text } from './text.ts';

const words = text.board;
type Department = ProgressBoard['departments'][number];

function columnsFor(open: (filter: SubjectFilter) => void, openAwaiting: (organizationId: string) => void): Column<Department>[] {
  const cell = (row: Department, kind: SubjectKind) => (
    <span className="number">
      {stageCodes.map((stage, index) => (
        <span key={stage}>{index > 0 ? ' / ' : ''}<button type="button" className="link-button" aria-label={`${row.organizationName}${words.kinds[kind]}${words.stages[stage]}`} onClick={() => open({ kind, stage, organizationId: row.organizationId })}>{row[kind][stage]}</button></span>
      ))}
    </span>
  );
  return [
    { key: 'department', title: words.department, fixed: true, wrap: true, render: (row) => <span className="list__strong">{row.organizationName}</span> },
    ...subjectKinds.map((kind): Column<Department> => ({ key: kind, title: words.kinds[kind], width: '12rem', align: 'right', render: (row) => cell(row, kind) })),
    { key: 'awaiting', title: words.awaiting.column, width: '8rem', align: 'right', render: (row) => <button type="button" className="link-button number" aria-label={`${row.organizationName}${words.awaiting.title}`} onClick={() => openAwaiting(row.organizationId)}>{row.awaitingGuidance}</button> },
    { key: 'overdue', title: words.overdue, width: '6rem', align: 'right', render: (row) => (row.overdueTasks > 0 ? <Tag tone="danger">{String(row.overdueTasks)}</Tag> : '') },
  ];
}

/** 梳理进度: targets, counts by stage and department, what stands behind each number (CAT-13). */
export function Board() {
  const query = useQuery({ queryKey: [getBoard.id], queryFn: () => api.call(getBoard, {}) });
  const [filter, setFilter] = useState<SubjectFilter>();
  const [awaiting, setAwaiting] = useState<{ organizationId?: string }>();
  const [dialog, setDialog] = useState<'targets' | 'subject'>();
  const [title, detail] = words.empty;
  return (
    <QueryState query={query}>
      {(board) => (
        <>
          <div className="survey__cards">{subjectKinds.map((kind) => <Card key={kind} kind={kind} target={board.targets[kind]} counts={board.totals[kind]} onOpen={(stage) => setFilter({ kind, stage })} />)}</div>
          <div className="wb-page__bar">
            {board.canSetTargets ? <><Button onClick={() => setDialog('subject')}>{words.addSubject}</Button><Button onClick={() => setDialog('targets')}>{words.targets}</Button></> : null}
            <button type="button" className="link-button" onClick={() => setAwaiting({})}>{words.awaiting.total(board.awaitingGuidance)}</button>
            <span className="grow muted survey__legend">{words.legend}</span><Button icon={<DownloadOutlined />} href={api.url(exportBoard, { query: {} })}>{words.export}</Button>
          </div>
          <div className="frame">
            <ListTable label={text.tabs.board} columns={columnsFor(setFilter, (organizationId) => setAwaiting({ organizationId }))} rows={board.departments} rowKey={(row) => row.organizationId} minWidth="68rem" empty={<Empty title={title ?? ''}>{detail}</Empty>} />
          </div>
          <SubjectDrawer filter={filter} canMove={board.canSetTargets} onClose={() => setFilter(undefined)} />
          {awaiting ? <AwaitingDrawer organizationId={awaiting.organizationId} onClose={() => setAwaiting(undefined)} /> : null}
          {dialog === 'targets' ? <TargetDialog targets={board.targets} onClose={() => setDialog(undefined)} /> : null}
          {dialog === 'subject' ? <SubjectDialog onClose={() => setDialog(undefined)} /> : null}
        </>
      )}
    </QueryState>
  );
}

function Card({ kind, target, counts, onOpen }: { kind: SubjectKind; target: number; counts: Record<StageCode, number>; onOpen: (stage: StageCode) => void }) {
  const percent = target === 0 ? 0 : Math.min(100, Math.round((counts.online / target) * 100));
  return (
    <section className="survey__card">
      <h2>{words.kinds[kind]}<span>{words.online(counts.online)} · {words.target(target)}</span></h2>
      <Progress percent={percent} size="small" />
      <div className="survey__stages">{stageCodes.map((stage) => <button type="button" key={stage} onClick={() => onOpen(stage)}><b>{counts[stage]}</b><span>{words.stages[stage]}</span></button>)}</div>
      {stageCodes.every((stage) => counts[stage] === 0) && words.notCounted[kind] !== '' ? <p className="faint small">{words.notCounted[kind]}</p> : null}
    </section>
  );
}

function TargetDialog({ targets, onClose }: { targets: Targets; onClose: () => void }) {
  const [values, setValues] = useState(targets);
  const { message } = App.useApp();
  const { run, busy, problem } = useAction(saveTargets);
  return (
    <Modal
      open title={words.targets} okText={text.confirm} cancelText={text.cancel} confirmLoading={busy} onCancel={onClose}
      onOk={() => { void run({ body: values }, () => { void message.success(words.targetsSaved); refreshBoard(); onClose(); }); }}
    >
      <ProblemAlert problem={problem} />
      <div className="survey__form">
        {subjectKinds.map((kind) => (
          <label key={kind} style={{ display: 'contents' }}><span className="is-label">{words.kinds[kind]}</span>
            <InputNumber aria-label={words.kinds[kind]} min={0} max={kind === 'single' ? 100_000 : 10_000} precision={0} value={values[kind]} onChange={(next) => setValues((before) => ({ ...before, [kind]: next ?? 0 }))} />
          </label>
        ))}
      </div>
    </Modal>
  );
}
