import { useQueryClient } from '@tanstack/react-query';
import {
  answerDelegation, discardDelegation, endDelegation, getDelegation, listDelegations, reviewDelegation, submitDelegation, withdrawDelegation, type DelegationView,
} from '@tongban/server/src/modules/delegation/contract.ts';
import { App, Button, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { formatDate } from '../../shared/format/dates.ts';
import { PrimaryButton } from '../../shared/keyboard/PrimaryButton.tsx';
import { links } from '../../shared/links.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { ReviewDialog } from '../../shared/review/ReviewDialog.tsx';
import { useSession } from '../../shared/session/session.ts';
import { text as sharedText } from '../../shared/text.ts';
import { useTyped } from '../../shared/typed/use-typed.ts';
import { useAction } from '../../shared/use-action.ts';
import { DelegationEditor } from './DelegationEditor.tsx';
import { text } from './text.ts';

const words = text.actions;
type Dialog = 'edit' | 'review' | 'accept' | 'refuse' | 'withdraw' | 'end';

/** What the reader may do with a delegation now; at most one is primary. */
export function DelegationActions({ view }: { view: DelegationView }) {
  const { id, version, abilities: may } = view;
  const own = useSession().account.organization?.id;
  const [dialog, setDialog] = useState<Dialog>();
  const [submit, discard] = [useAction(submitDelegation), useAction(discardDelegation)];
  const [withdraw, review, answer, end] = [useAction(withdrawDelegation), useAction(reviewDelegation), useAction(answerDelegation), useAction(endDelegation)];
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message, modal } = App.useApp();
  const refresh = () => {
    for (const operation of [getDelegation, listDelegations]) void client.invalidateQueries({ queryKey: [operation.id] });
  };
  const done = (told: string) => () => {
    void message.success(told);
    setDialog(undefined);
    refresh();
  };
  const then = (forget: () => void, told: string) => () => {
    forget();
    done(told)();
  };
  const params = { delegationId: id };
  const close = () => setDialog(undefined);
  const ends = view.receiver.id === own ? words.endReceiver : view.giver.id === own ? words.endGiver : words.end;
  const problem = submit.problem ?? discard.problem;
  return (
    <>
      <Button onClick={() => { void navigate(links.delegations()); }}>{text.page.back}</Button>
      {may.discard ? <Button danger onClick={() => { void modal.confirm({ title: words.discard, content: words.discardLead, okText: text.confirm, cancelText: text.cancel, onOk: () => discard.run({ params, body: { version } }, () => { done(text.done.discarded)(); void navigate(links.delegations()); }) }); }}>{words.discard}</Button> : null}
      {may.end ? <Button danger onClick={() => setDialog('end')}>{ends}</Button> : null}
      {may.withdraw ? <Button onClick={() => setDialog('withdraw')}>{words.withdraw}</Button> : null}
      {may.edit ? <Button onClick={() => setDialog('edit')}>{words.edit}</Button> : null}
      {may.submit ? <PrimaryButton loading={submit.busy} onPress={() => { void submit.run({ params, body: { version } }, done(text.done.submitted)); }}>{words.submit}</PrimaryButton> : null}
      {may.review ? <PrimaryButton onPress={() => setDialog('review')}>{words.review}</PrimaryButton> : null}
      {may.accept ? <><Button onClick={() => setDialog('refuse')}>{words.refuse}</Button><PrimaryButton onPress={() => setDialog('accept')}>{words.accept}</PrimaryButton></> : null}
      {problem ? <div className="delegation__problem"><ProblemAlert problem={problem} onRefresh={refresh} onClose={() => { submit.clear(); discard.clear(); }} /></div> : null}
      {dialog === 'edit' ? <DelegationEditor view={view} onClose={close} onDone={done(text.done.proposed)} /> : null}
      {dialog === 'review' ? (
        <ReviewDialog
          kept={`delegation.${id}.review`} usual={words.approveDefault} action={review} onRefresh={refresh} onClose={close}
          onDecide={(decision, opinion, forget) => { void review.run({ params, body: { version, decision, opinion } }, then(forget, text.done[decision])); }}
        />
      ) : null}
      {dialog === 'accept' ? (
        <WordsDialog
          title={words.acceptTitle} lead={words.acceptLead(formatDate(view.startsOn))} label={words.acceptNote} kept={`${id}.accept`} optional busy={answer.busy} problem={<ProblemAlert problem={answer.problem} onRefresh={refresh} />} onClose={close}
          ok={{ text: words.accept, send: (reason, forget) => { void answer.run({ params, body: { version, accept: true, ...(reason.length > 1 ? { reason } : {}) } }, then(forget, text.done.accepted)); } }}
        />
      ) : null}
      {dialog === 'refuse' ? (
        <WordsDialog
          title={words.refuse} label={words.reason} kept={`${id}.refuse`} busy={answer.busy} problem={<ProblemAlert problem={answer.problem} onRefresh={refresh} />} onClose={close}
          ok={{ text: words.refuse, send: (reason, forget) => { void answer.run({ params, body: { version, accept: false, reason } }, then(forget, text.done.refused)); } }}
        />
      ) : null}
      {dialog === 'withdraw' ? (
        <WordsDialog
          title={words.withdraw} label={words.reason} kept={`${id}.withdraw`} busy={withdraw.busy} problem={<ProblemAlert problem={withdraw.problem} onRefresh={refresh} />} onClose={close}
          ok={{ text: words.withdraw, send: (reason, forget) => { void withdraw.run({ params, body: { version, reason } }, then(forget, text.done.withdrawn)); } }}
        />
      ) : null}
      {dialog === 'end' ? (
        <WordsDialog
          title={words.endTitle} lead={words.endLead} label={words.reason} kept={`${id}.end`} busy={end.busy} problem={<ProblemAlert problem={end.problem} onRefresh={refresh} />} onClose={close}
          ok={{ text: ends, danger: true, send: (reason, forget) => { void end.run({ params, body: { version, reason } }, then(forget, text.done.ended)); } }}
        />
      ) : null}
    </>
  );
}

/** `forget` is called once the words have arrived. */
type Send = (words: string, forget: () => void) => void;

interface WordsDialogProps {
  title: string;
  lead?: string;
  label: string;
  kept: string;
  optional?: boolean;
  busy: boolean;
  problem: ReactNode;
  onClose: () => void;
  ok: { text: string; danger?: boolean; send: Send };
}

/** Asks for words, which stay until they were sent. */
function WordsDialog({ title, lead, label, kept, optional = false, busy, problem, onClose, ok }: WordsDialogProps) {
  const [typed, setTyped, forget] = useTyped(`delegation.${kept}`, '');
  const missing = useMissing({ 'delegation-words': !optional && typed.trim().length < 2 && sharedText.missing.write(label) });
  const send = (how: Send) => { if (missing.check()) how(typed.trim(), forget); };
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      width={480}
      footer={[
        <Button key="cancel" onClick={onClose}>{text.cancel}</Button>,
        <Button key="ok" type="primary" danger={ok.danger === true} loading={busy} onClick={() => send(ok.send)}>{ok.text}</Button>,
      ]}
    >
      {problem}
      {lead ? <p className="muted">{lead}</p> : null}
      <div className="delegation-form" style={{ marginTop: '0.5rem' }}>
        <div>
          <label htmlFor="delegation-words">{label}</label>
          <Input.TextArea id="delegation-words" rows={3} maxLength={500} placeholder={optional ? '' : words.reasonHint} value={typed} onChange={(event) => setTyped(event.target.value)} />
          <Lack text={missing.of('delegation-words')} />
        </div>
      </div>
    </Modal>
  );
}
