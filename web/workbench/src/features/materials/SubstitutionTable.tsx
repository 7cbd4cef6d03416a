import { endSubstitution, listSubstitutions, submitSubstitution, type MaterialView, type Substitution, type SubstitutionState } from '@tongban/server/src/modules/materials/contract.ts';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Tag, type Tone } from '../../shared/case/tags.tsx';
import { Empty } from '../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../shared/list/ListTable.tsx';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { links } from '../../shared/links.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../shared/use-action.ts';
import { useRefresh } from './refresh.ts';
import { SubstitutionEditor } from './SubstitutionEditor.tsx';
import { SubstitutionReview } from './SubstitutionReview.tsx';
import { text } from './text.ts';

const words = text.substitution;
const tones: Readonly<Record<SubstitutionState, Tone>> = { 'draft': 'todo', 'in-review': 'todo', 'active': 'done', 'ended': 'neutral' };

type Task = { kind: 'edit' | 'replace' | 'review' | 'end'; rule: Substitution };

function columnsFor(withMaterial: boolean, act: (task: Task) => void, submit: (rule: Substitution) => void): Column<Substitution>[] {
  const material: Column<Substitution> = {
    key: 'material',
    title: words.columns.material,
    fixed: true,
    wrap: true,
    render: ({ material: of }) => (
      <>
        <Link to={links.material(of.code)}>{of.name}</Link> <span className="faint number small">{of.code}</span>
      </>
    ),
  };
  return [
    ...(withMaterial ? [material] : []),
    { key: 'licence', title: words.columns.licence, width: '11rem', wrap: true, render: (row) => <span className="list__strong">{row.licenceTypeName}</span> },
    { key: 'conditions', title: words.columns.conditions, width: '13rem', wrap: true, render: (row) => row.conditions ?? words.always },
    { key: 'basis', title: words.columns.basis, wrap: true, render: (row) => <span className="small materials__basis" title={row.terms.legalBasis}>{row.terms.legalBasis}</span> },
    { key: 'items', title: words.columns.items, width: '4rem', align: 'right', render: (row) => <span className="number">{row.itemCount}</span> },
    {
      key: 'state',
      title: words.columns.state,
      width: '6.5rem',
      render: (row) => <Tag tone={tones[row.state]} {...(row.endReason ?? row.reviewOpinion ? { title: row.endReason ?? row.reviewOpinion ?? '' } : {})}>{words.states[row.state]}</Tag>,
    },
    { key: 'person', title: words.columns.person, width: '7.5rem', wrap: true, render: (row) => [row.proposedByName, row.reviewedByName].filter(Boolean).join(' / ') },
    {
      key: 'actions',
      title: '',
      width: '11rem',
      render: (row) => (
        <span className="materials__row-actions">
          {row.abilities.review ? <Button size="small" type="primary" onClick={() => act({ kind: 'review', rule: row })}>{words.review}</Button> : null}
          {row.abilities.submit ? <Button size="small" type="primary" onClick={() => submit(row)}>{words.submit}</Button> : null}
          {row.abilities.edit ? <Button size="small" onClick={() => act({ kind: 'edit', rule: row })}>{words.edit}</Button> : null}
          {row.abilities.replace ? <Button size="small" onClick={() => act({ kind: 'replace', rule: row })}>{words.edit}</Button> : null}
          {row.abilities.end ? <Button size="small" type="text" onClick={() => act({ kind: 'end', rule: row })}>{words.end}</Button> : null}
        </span>
      ),
    },
  ];
}

/** Substitution rules, of one material or of all, with what the reader may do with each. */
export function SubstitutionTable({ material, state, creating = false, onCreated }: { material?: MaterialView; state?: SubstitutionState | undefined; creating?: boolean; onCreated?: () => void }) {
  const { message } = App.useApp();
  const refresh = useRefresh();
  const [task, setTask] = useState<Task>();
  const [drafting, setDrafting] = useState(false);
  const submit = useAction(submitSubstitution);
  const query = { ...(material ? { materialId: material.id } : {}), ...(state ? { state } : {}) };
  const paged = useListed(listSubstitutions, query);
  const close = () => {
    setTask(undefined);
    setDrafting(false);
    onCreated?.();
  };
  const done = (told: string) => {
    close();
    void message.success(told);
    refresh();
  };
  const send = (rule: Substitution) => {
    void submit.run({ params: { substitutionId: rule.id }, body: { revision: rule.revision } }, () => done(words.done.submitted));
  };
  const [title, detail] = words.empty;
  return (
    <>
      <ProblemAlert problem={submit.problem} onRefresh={refresh} onClose={submit.clear} />
      {material?.abilities.substitute ? (
        <div className="materials__tools">
          <Button onClick={() => setDrafting(true)}>{words.create}</Button>
        </div>
      ) : null}
      <ListTable
        label={text.sections.substitution}
        columns={columnsFor(material === undefined, setTask, send)}
        rows={paged.rows}
        rowKey={(row) => row.id}
        paged={paged}
        minWidth={material ? '56rem' : '76rem'}
        empty={<Empty title={title ?? ''}>{detail}</Empty>}
      />
      {drafting || creating ? <SubstitutionEditor {...(material ? { material } : {})} onClose={close} onDone={() => done(words.done.saved)} /> : null}
      {task?.kind === 'edit' || task?.kind === 'replace' ? (
        <SubstitutionEditor rule={task.rule} replaces={task.kind === 'replace'} onClose={close} onDone={() => done(words.done.saved)} />
      ) : null}
      {task?.kind === 'review' ? <SubstitutionReview rule={task.rule} onClose={close} onDone={(decision) => done(words.done[decision])} onRefresh={refresh} /> : null}
      {task?.kind === 'end' ? <EndDialog rule={task.rule} onClose={close} onDone={() => done(words.done.ended)} onRefresh={refresh} /> : null}
    </>
  );
}

function EndDialog({ rule, onClose, onDone, onRefresh }: { rule: Substitution; onClose: () => void; onDone: () => void; onRefresh: () => void }) {
  const [reason, setReason] = useState('');
  const { run, busy, problem } = useAction(endSubstitution);
  const missing = useMissing({ 'end-reason': reason.trim().length < 2 && words.needEndReason });
  return (
    <Modal
      open
      title={words.endTitle}
      okText={words.end}
      cancelText={text.cancel}
      confirmLoading={busy}
      okButtonProps={{ danger: true }}
      onOk={() => {
        if (missing.check()) void run({ params: { substitutionId: rule.id }, body: { revision: rule.revision, reason: reason.trim() } }, onDone);
      }}
      onCancel={onClose}
    >
      <p className="muted">{words.endLead}</p>
      <ProblemAlert problem={problem} onRefresh={onRefresh} />
      <label htmlFor="end-reason">{words.endReason}</label>
      <Input.TextArea id="end-reason" rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      <Lack text={missing.of('end-reason')} />
    </Modal>
  );
}
