import { publishVersion, reviewVersion, submitVersion, type ItemVersion, withdrawVersion } from '@tongban/server/src/modules/catalog/contract.ts';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { formatDate, today } from '../../shared/format/dates.ts';
import { links } from '../../shared/links.ts';
import { PrimaryButton } from '../../shared/keyboard/PrimaryButton.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useTyped } from '../../shared/typed/use-typed.ts';
import { useAction } from '../../shared/use-action.ts';
import { MoreActions } from './MoreActions.tsx';
import { text } from './text.ts';

const words = text.actions;

/** Submit, review, publish: what the server lets the reader do with this version; at most one is primary. */
export function VersionActions({ version, onDone }: { version: ItemVersion; onDone: () => void }) {
  const { abilities, versionId, revision } = version;
  const { message } = App.useApp();
  const [reviewing, setReviewing] = useState(false);
  const navigate = useNavigate();
  const submit = useAction(submitVersion);
  const publish = useAction(publishVersion);
  const withdraw = useAction(withdrawVersion);
  const done = (told: string) => () => {
    void message.success(told);
    onDone();
  };
  const problem = submit.problem ?? publish.problem ?? withdraw.problem;
  const later = version.state === 'approved' && (version.elements.planEffectiveDate ?? '') > today();
  return (
    <>
      {abilities.edit ? <Button onClick={() => void navigate(links.catalogueEdit(versionId))}>{words.edit}</Button> : null}
      {abilities.submit ? (
        <PrimaryButton
          loading={submit.busy}
          onPress={() => {
            void submit.run({ params: { versionId }, body: { revision } }, done(text.done.submit));
          }}
        >
          {words.submit}
        </PrimaryButton>
      ) : null}
      {abilities.withdraw ? (
        <Button
          loading={withdraw.busy}
          onClick={() => {
            void withdraw.run({ params: { versionId }, body: { revision } }, done(text.done.withdraw));
          }}
        >
          {words.withdraw}
        </Button>
      ) : null}
      <MoreActions version={version} onDone={onDone} />
      {abilities.review ? <PrimaryButton onPress={() => setReviewing(true)}>{words.review}</PrimaryButton> : null}
      {later ? <span className="muted small">{text.plannedFor(formatDate(version.elements.planEffectiveDate ?? null))}</span> : null}
      {abilities.publish && !later ? (
        <PrimaryButton
          loading={publish.busy}
          onPress={() => {
            void publish.run({ params: { versionId }, body: { revision } }, done(text.done.publish));
          }}
        >
          {words.publish}
        </PrimaryButton>
      ) : null}
      {problem ? (
        <div className="version__problem">
          <ProblemAlert
            problem={problem}
            onRefresh={onDone}
            onClose={() => {
              submit.clear();
              publish.clear();
              withdraw.clear();
            }}
          />
        </div>
      ) : null}
      {reviewing ? (
        <Review
          version={version}
          onClose={() => setReviewing(false)}
          onDone={(told) => {
            setReviewing(false);
            done(told)();
          }}
        />
      ) : null}
    </>
  );
}

function Review({ version, onClose, onDone }: { version: ItemVersion; onClose: () => void; onDone: (told: string) => void }) {
  const [opinion, setOpinion, forget] = useTyped(`version.${version.versionId}.review`, words.approveDefault);
  const { run, busy, problem } = useAction(reviewVersion);
  const missing = useMissing({ 'version-opinion': opinion.trim() === '' && sharedText.missing.write(words.opinion) });
  const decide = (decision: 'approve' | 'return') => {
    if (!missing.check()) return;
    void run({ params: { versionId: version.versionId }, body: { revision: version.revision, decision, opinion: opinion.trim() } }, () => {
      forget();
      onDone(text.done[decision]);
    });
  };
  return (
    <Modal
      open
      title={words.review}
      onCancel={onClose}
      width={480}
      footer={[
        <Button key="return" danger disabled={busy} onClick={() => decide('return')}>
          {words.return}
        </Button>,
        <Button key="approve" type="primary" loading={busy} onClick={() => decide('approve')}>
          {words.approve}
        </Button>,
      ]}
    >
      <ProblemAlert problem={problem} />
      <label htmlFor="version-opinion">{words.opinion}</label>
      <Input.TextArea id="version-opinion" rows={4} maxLength={1000} value={opinion} onChange={(event) => setOpinion(event.target.value)} />
      <Lack text={missing.of('version-opinion')} />
    </Modal>
  );
}
