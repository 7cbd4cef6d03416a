import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Badge, Button, Card, DescriptionList, Dialog, Notice, RadioGroup, TextArea, Timeline, useToast } from '@tongban/ui';
import { BellRing, Paperclip, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { advanceOwnMatter, getOwnMatter, matterWordLabels, matterWords, readOwnMatterFile, type MatterFile, type MatterWord, type OwnMatter, type OwnStep } from '@tongban/server/src/modules/stuck-matters/contract.ts';
import { api, plainApi } from '../../shared/api.ts';
import { toneOfMatter } from '../../shared/cases/matter-tone.ts';
import { formatDate, formatDateTime } from '../../shared/format/dates.ts';
import { Answer, ProblemNotice } from '../../shared/layout/Answer.tsx';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { NotMine } from '../../shared/session/NotMine.tsx';
import { RequireAccount } from '../../shared/session/RequireAccount.tsx';
import { text } from './text.ts';
import './stuck-matters.css';

const trail = [{ to: links.space(), label: text.space }, { to: links.space('stuck-matters'), label: text.mine }];

/** A step of one's own matter; the answer is shown at once. */
function useStep(matter: OwnMatter) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (step: OwnStep) => api.call(advanceOwnMatter, { params: { matterId: matter.id }, body: step }),
    onSuccess: async (next) => {
      client.setQueryData(['stuck-matters.get-own-matter', next.id], next);
      await client.invalidateQueries({ queryKey: ['stuck-matters.list-own-matters'] });
    },
    // Somebody may have been faster: what stands now is shown with the refusal.
    onError: () => { void client.invalidateQueries({ queryKey: ['stuck-matters.get-own-matter', matter.id] }); },
  });
}

type Step = ReturnType<typeof useStep>;

function Files({ matterId, files, label }: { matterId: string; files: readonly MatterFile[]; label: string }) {
  if (files.length === 0) return null;
  return (
    <ul className="matter-files" aria-label={label}>
      {files.map(({ id, name }) => (
        <li key={id}>
          <a className="matter-file" target="_blank" rel="noopener" aria-label={text.openFile(name)} href={plainApi.url(readOwnMatterFile, { params: { matterId, fileId: id } })}>
            <Paperclip size={18} aria-hidden="true" /><span>{name}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function WordCard({ matter, step }: { matter: OwnMatter; step: Step }) {
  const [word, setWord] = useState<MatterWord>();
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const toast = useToast();
  const until = formatDate(matter.wordUntil ?? '');
  function submit() {
    setTried(true);
    if (word === undefined || step.isPending) return;
    step.mutate({ action: 'give-word', version: matter.version, word, ...(words.trim() ? { text: words.trim() } : {}) }, { onSuccess: (next) => toast(next.state === 'reopened' ? text.word.again : text.word.done) });
  }
  return (
    <Card title={text.word.title}>
      <div className="stack">
        <p>{matter.round > 1 ? text.word.second(until) : text.word.lead(until)}</p>
        <RadioGroup
          cards label={text.word.choose} value={word} onChange={setWord} options={matterWords.map((one) => ({ value: one, label: matterWordLabels[one] }))}
          {...(tried && word === undefined ? { error: text.word.need } : {})}
        />
        <TextArea label={text.word.text} optional maxLength={500} value={words} onChange={({ target }) => setWords(target.value)} />
        <div><Button variant="primary" size="large" busy={step.isPending} onClick={submit}>{text.word.submit}</Button></div>
      </div>
    </Card>
  );
}

function WithdrawDialog({ matter, step, onClose }: { matter: OwnMatter; step: Step; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const toast = useToast();
  const short = reason.trim().length < 5;
  function confirm() {
    setTried(true);
    if (short || step.isPending) return;
    step.mutate({ action: 'withdraw', version: matter.version, text: reason.trim() }, { onSuccess: () => { toast(text.withdraw.done); onClose(); } });
  }
  return (
    <Dialog open title={text.withdraw.title} onClose={onClose} footer={<><Button onClick={onClose}>{text.withdraw.cancel}</Button><Button variant="danger" busy={step.isPending} onClick={confirm}>{text.withdraw.confirm}</Button></>}>
      <div className="stack stack--tight">
        {step.isError && <ProblemNotice error={step.error} />}
        <p>{text.withdraw.lead}</p>
        <TextArea label={text.withdraw.reason} maxLength={1000} value={reason} {...(tried && short ? { error: text.withdraw.need } : {})} onChange={({ target }) => setReason(target.value)} />
      </div>
    </Dialog>
  );
}

function Matter({ matter }: { matter: OwnMatter }) {
  const [params] = useSearchParams();
  const [withdrawing, setWithdrawing] = useState(false);
  const toast = useToast();
  const step = useStep(matter);
  return (
    <Page
      title={matter.itemName ?? text.title} windowTitle={`${text.mine} ${matter.number}`} trail={trail} narrow
      lead={<p className="matter-head"><Badge tone={toneOfMatter(matter)}>{matter.stateLabel}</Badge> <span>{text.number(matter.number)}</span>{matter.round > 1 && <> <Badge tone="warning">{text.round}</Badge></>}</p>}
      aside={(
        <div className="tb-button-row tb-no-print">
          {matter.abilities.urge && <Button icon={<BellRing size={18} aria-hidden="true" />} busy={step.isPending} onClick={() => step.mutate({ action: 'urge', version: matter.version }, { onSuccess: () => toast(text.urge.done) })}>{text.urge.action}</Button>}
          {matter.abilities.withdraw && <Button variant="danger" icon={<Undo2 size={18} aria-hidden="true" />} onClick={() => setWithdrawing(true)}>{text.withdraw.action}</Button>}
        </div>
      )}
    >
      <div className="stack">
        {params.get('new') === '1' && matter.state === 'registered' && <Notice tone="success" live title={text.received}><p>{text.receivedLead(matter.number)}</p></Notice>}
        {step.isError && !withdrawing && <ProblemNotice error={step.error} />}
        {matter.rejection && <Notice tone="warning" title={text.rejection}><p>{matter.rejection}</p></Notice>}
        {matter.answer && <Card title={text.answer}><p className="matter-words">{matter.answer}</p><Files matterId={matter.id} files={matter.answerFiles} label={text.answerFiles} /></Card>}
        {matter.abilities.giveWord && <WordCard matter={matter} step={step} />}
        <Card title={text.progress}>
          <Timeline entries={matter.steps.map((one, index) => ({ key: `${index}`, title: one.label, time: formatDateTime(one.at), ...(one.text === null ? {} : { detail: <p>{one.text}</p> }) }))} />
        </Card>
        <Card title={text.said}>
          <p className="matter-words">{matter.content}</p>
          <Files matterId={matter.id} files={matter.files} label={text.yourFiles} />
          <DescriptionList entries={[
            { term: text.reasonTerm, value: matter.reason }, { term: text.item, value: matter.itemName }, { term: text.case, value: matter.caseNumber }, { term: text.department, value: matter.organizationName },
            { term: text.companion, value: matter.companionName }, { term: text.at, value: formatDateTime(matter.registeredAt) }, { term: text.due, value: matter.dueOn && (matter.state === 'assigned' || matter.state === 'handling') ? formatDate(matter.dueOn) : null },
            { term: text.word.yours, value: matter.word && [matterWordLabels[matter.word], matter.wordText].filter(Boolean).join('：') },
          ]} />
        </Card>
      </div>
      {withdrawing && <WithdrawDialog matter={matter} step={step} onClose={() => setWithdrawing(false)} />}
    </Page>
  );
}

function LoadedMatter({ matterId }: { matterId: string }) {
  const found = useQuery({ queryKey: ['stuck-matters.get-own-matter', matterId], queryFn: () => api.call(getOwnMatter, { params: { matterId } }) });
  if (found.data) return <Matter matter={found.data} />;
  const answer = <Answer query={found} lines={8} missing={<NotMine error={found.error} />}>{() => null}</Answer>;
  return found.isError ? <Page title={text.mine} trail={trail}>{answer}</Page> : <div className="page">{answer}</div>;
}

/** One of one's own reports: where it stands, the result, one's word (STK-01). */
export function OwnMatterPage() {
  const { matterId = '' } = useParams();
  return <RequireAccount>{() => <LoadedMatter matterId={matterId} />}</RequireAccount>;
}
