import { CheckCircleOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  decideGuidanceConfirmation, getGuidanceConfirmation, requestGuidanceConfirmation, withdrawGuidanceConfirmation, type GuidanceConfirmation,
} from '@tongban/server/src/modules/guidance/contract.ts';
import { App, Button, Input } from 'antd';
import { api } from '../../../shared/api.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { formatMoment } from '../../../shared/format/dates.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { text as sharedText } from '../../../shared/text.ts';
import { useTyped } from '../../../shared/typed/use-typed.ts';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';

const words = text.guiding.confirmation;

interface ConfirmationPanelProps {
  versionId: string;
  /** Changes with every save, after which it may be confirmed no longer. */
  savedAt: string | null;
  faults: number;
  /** Saves what is unsaved; false when it could not be. */
  onSave: () => Promise<boolean>;
}

/** 初稿 → 部门确认 → 上线: who has confirmed this guidance, who is asked, and what happened to it before (GDE-01). */
export function ConfirmationPanel({ versionId, savedAt, faults, onSave }: ConfirmationPanelProps) {
  const standing = useQuery({
    queryKey: [getGuidanceConfirmation.id, versionId, savedAt], queryFn: () => api.call(getGuidanceConfirmation, { params: { versionId } }),
  });
  return <QueryState query={standing} lines={4}>{(data) => <Standing versionId={versionId} standing={data} faults={faults} onSave={onSave} />}</QueryState>;
}

function Standing({ versionId, standing, faults, onSave }: { versionId: string; standing: GuidanceConfirmation; faults: number; onSave: () => Promise<boolean> }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const refresh = () => { void client.invalidateQueries({ queryKey: [getGuidanceConfirmation.id, versionId] }); };
  const request = useAction(requestGuidanceConfirmation);
  const withdraw = useAction(withdrawGuidanceConfirmation);
  const { confirmed, review, abilities, digest, history } = standing;
  const params = { versionId };
  const done = (told: string) => () => {
    void message.success(told);
    refresh();
  };
  const ask = async () => {
    if (!await onSave()) return;
    // What was just saved has a digest of its own.
    const { digest: saved } = await api.call(getGuidanceConfirmation, { params });
    await request.run({ params, body: { digest: saved } }, done(words.asked));
  };
  return (
    <div className="guide-form">
      {confirmed ? (
        <div className="guide-confirmed">
          <p className="guide-fine"><CheckCircleOutlined /> {words.confirmed(confirmed.organizationName, confirmed.byName)}</p>
          <p className="faint small">{formatMoment(confirmed.at)}</p>
          <p className="pre-line">{confirmed.opinion}</p>
        </div>
      ) : <p className="muted">{review?.state === 'open' ? words.waiting : review?.state === 'returned' ? words.returned : words.none}</p>}
      {review?.state === 'open' ? (
        <ul className="guide-list">
          {review.tasks.map((task) => <li key={task.taskId}><b>{task.name}</b> <Tag tone="todo">{task.mine ? words.mine : task.handler}</Tag></li>)}
        </ul>
      ) : null}
      {abilities.decide ? <Decision versionId={versionId} digest={digest} onDone={(told) => done(told)()} /> : null}
      <ProblemAlert problem={request.problem ?? withdraw.problem} onRefresh={refresh} />
      <div className="guide-tools">
        {abilities.request ? (
          <Button type="primary" loading={request.busy} disabled={faults > 0} title={faults > 0 ? words.mendFirst : ''} onClick={() => { void ask(); }}>{words.ask}</Button>
        ) : null}
        {abilities.withdraw ? <Button loading={withdraw.busy} onClick={() => { void withdraw.run({ params }, done(words.withdrawn)); }}>{words.withdraw}</Button> : null}
      </div>
      {abilities.request && faults > 0 ? <p className="small is-danger">{words.mendFirst}</p> : null}
      <h3>{words.history}</h3>
      <ol className="guide-history">
        {history.map((event) => (
          <li key={event.kind + event.at}>
            <span><b>{words.events[event.kind]}</b> <span className="faint small">{text.version(event.versionNumber)}</span></span>
            <span className="faint small">{[event.actorName, formatMoment(event.at)].filter(Boolean).join('　')}</span>
            {event.opinion ? <p className="pre-line small">{event.opinion}</p> : null}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Decision({ versionId, digest, onDone }: { versionId: string; digest: string; onDone: (told: string) => void }) {
  const [opinion, setOpinion, forget] = useTyped(`guidance.${versionId}.decision`, words.usualOpinion);
  const { run, busy, problem, clear } = useAction(decideGuidanceConfirmation);
  const missing = useMissing({ 'guide-opinion': opinion.trim() === '' && sharedText.missing.write(words.opinion) });
  const decide = (decision: 'approve' | 'return') => {
    if (!missing.check()) return;
    void run({ params: { versionId }, body: { digest, decision, opinion: opinion.trim() } }, () => {
      forget();
      onDone(decision === 'approve' ? words.approved : words.sentBack);
    });
  };
  return (
    <div className="guide-field">
      <label htmlFor="guide-opinion">{words.opinion}</label>
      <Input.TextArea id="guide-opinion" rows={3} maxLength={1000} value={opinion} onChange={({ target }) => setOpinion(target.value)} />
      <Lack text={missing.of('guide-opinion')} />
      <ProblemAlert problem={problem} onClose={clear} />
      <div className="guide-tools">
        <Button type="primary" disabled={busy} onClick={() => decide('approve')}>{words.approve}</Button>
        <Button danger disabled={busy} onClick={() => decide('return')}>{words.return}</Button>
      </div>
    </div>
  );
}
