import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import type { ResponseOf } from '@tongban/contract-kit';
import { confirmTask, downloadTask, getTask, returnTask, uploadTask, type SurveyTask } from '@tongban/server/src/modules/surveys/contract.ts';
import { Alert, App, Button, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import { api, problemOf } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { formatDate } from '../../shared/format/dates.ts';
import { PrimaryButton } from '../../shared/keyboard/PrimaryButton.tsx';
import { links } from '../../shared/links.ts';
import { Page, Panel } from '../../shared/page/Page.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useAction } from '../../shared/use-action.ts';
import { AnswerList } from './AnswerList.tsx';
import { Confirmations } from './Confirmations.tsx';
import { refreshTask } from './refresh.ts';
import { text } from './text.ts';
import './surveys.css';

const words = text.task;

/** A department's part of a survey: fill in by Excel or here, confirm; the administrator returns or adopts (CAT-13). */
export function TaskPage() {
  const { taskId = '' } = useParams();
  const query = useQuery({ queryKey: [getTask.id, taskId], queryFn: () => api.call(getTask, { params: { taskId } }) });
  const task = query.data?.task;
  return (
    <Page
      fill title={task ? `${task.title} · ${task.organizationName}` : text.title}
      aside={task ? <><Tag tone={task.state === 'open' ? 'todo' : 'done'}>{task.stateLabel}</Tag> {words.progress(task.answeredCount, task.itemCount)}　{words.due(formatDate(task.dueOn))} {task.overdue ? <Tag tone="danger">{text.overdue}</Tag> : null}</> : undefined}
      actions={<Link to={links.surveys()}>{text.back}</Link>}
    >
      <QueryState query={query}>{(data) => <><Head task={data.task} instructions={data.instructions} /><AnswerList task={data.task} questions={data.questions} elements={data.elements} /></>}</QueryState>
    </Page>
  );
}

type Returned = ResponseOf<typeof uploadTask>;

function Head({ task, instructions }: { task: SurveyTask; instructions: string }) {
  const { message, modal } = App.useApp();
  const confirm = useAction(confirmTask);
  const [returned, setReturned] = useState<Returned>();
  const [showing, setShowing] = useState<'confirmations' | 'return'>();
  const params = { taskId: task.id };
  const ask = () => {
    void modal.confirm({
      title: words.confirmTitle, content: words.confirmLead, okText: words.confirm, cancelText: text.cancel,
      onOk: () => confirm.run({ params, body: { revision: task.revision } }, () => { void message.success(words.confirmed); refreshTask(task.id); }),
    });
  };
  return (
    <Panel>
      <ProblemAlert problem={confirm.problem} onRefresh={() => refreshTask(task.id)} />
      {task.returnOpinion ? <Alert type="warning" showIcon title={words.returnedWith} description={task.returnOpinion} style={{ marginBottom: '0.5rem' }} /> : null}
      {instructions ? <p className="survey__line">{words.instructions}：{instructions}</p> : null}
      <div className="survey__line" style={{ marginTop: '0.5rem', gap: '0.5rem' }}>
        <Button icon={<DownloadOutlined />} href={api.url(downloadTask, { params })}>{words.download}</Button>
        {task.abilities.answer ? <UploadButton taskId={task.id} onReturned={(next) => { setReturned(next); refreshTask(task.id); }} /> : null}
        {task.abilities.confirm ? <PrimaryButton onPress={ask} loading={confirm.busy}>{words.confirm}</PrimaryButton> : null}
        {task.abilities.return ? <Button onClick={() => setShowing('return')}>{words.return}</Button> : null}
        <Button type="link" onClick={() => setShowing('confirmations')}>{words.confirmations}</Button>
      </div>
      {returned ? <ReturnedNotice returned={returned} onClose={() => setReturned(undefined)} /> : null}
      <Confirmations taskId={task.id} open={showing === 'confirmations'} onClose={() => setShowing(undefined)} />
      <ReturnDialog task={task} open={showing === 'return'} onClose={() => setShowing(undefined)} />
    </Panel>
  );
}

function UploadButton({ taskId, onReturned }: { taskId: string; onReturned: (returned: Returned) => void }) {
  const chooser = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const { modal } = App.useApp();
  async function send(file: File) {
    const form = new FormData();
    form.append('file', file);
    setBusy(true);
    try {
      onReturned(await api.upload(uploadTask, { params: { taskId } }, form));
    } catch (error) {
      void modal.error({ title: words.upload, width: 560, content: <ProblemAlert problem={problemOf(error)} />, okText: text.confirm });
    } finally {
      setBusy(false);
    }
  }
  return (
    <>
      <Button icon={<UploadOutlined />} loading={busy} onClick={() => chooser.current?.click()}>{busy ? words.uploading : words.upload}</Button>
      <input
        ref={chooser} type="file" hidden aria-label={words.upload} accept=".xlsx,.csv"
        onChange={(event) => { const file = event.target.files?.[0]; event.target.value = ''; if (file) void send(file); }}
      />
    </>
  );
}

function ReturnedNotice({ returned: { read, changed, unchanged, issues }, onClose }: { returned: Returned; onClose: () => void }) {
  const faults = issues.filter(({ severity }) => severity === 'error').length;
  return (
    <Alert
      type={faults > 0 ? 'warning' : 'success'} showIcon closable={{ onClose }} style={{ marginTop: '0.5rem' }} title={words.uploadDone(read, changed, unchanged)}
      description={issues.length === 0 ? undefined : (
        <>{faults > 0 ? words.issues(faults) : null}
          <ul className="survey__issues">{issues.map(({ position, message }) => <li key={`${position}${message}`}><span className="number">{position}</span> {message}</li>)}</ul>
        </>
      )}
    />
  );
}

function ReturnDialog({ task, open, onClose }: { task: SurveyTask; open: boolean; onClose: () => void }) {
  const [opinion, setOpinion] = useState('');
  const { message } = App.useApp();
  const { run, busy, problem } = useAction(returnTask);
  const missing = useMissing({ 'survey-return': opinion.trim().length < 2 && sharedText.missing.write(words.opinion) });
  const send = () => { if (missing.check()) void run({ params: { taskId: task.id }, body: { revision: task.revision, opinion: opinion.trim() } }, () => { void message.success(words.returned); setOpinion(''); refreshTask(task.id); onClose(); }); };
  return (
    <Modal open={open} title={words.returnTitle} okText={words.return} cancelText={text.cancel} confirmLoading={busy} onOk={send} onCancel={onClose} destroyOnHidden>
      <ProblemAlert problem={problem} onRefresh={() => refreshTask(task.id)} />
      <Input.TextArea id="survey-return" rows={4} maxLength={500} value={opinion} aria-label={words.opinion} placeholder={words.opinion} onChange={(event) => setOpinion(event.target.value)} />
      <Lack text={missing.of('survey-return')} />
    </Modal>
  );
}
