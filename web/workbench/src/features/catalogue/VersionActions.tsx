import { publishVersion, reviewVersion, submitVersion, type ItemVersion, withdrawVersion } from '@tongban/server/src/modules/catalog/contract.ts';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { formatDate, today } from '../../shared/format/dates.ts';
import { links } from '../../shared/links.ts';
import { PrimaryButton } from '../../shared/keyboard/PrimaryButton.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { ReviewDialog } from '../../shared/review/ReviewDialog.tsx';
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
  const { versionId, revision } = version;
  const review = useAction(reviewVersion);
  return (
    <ReviewDialog
      kept={`version.${versionId}.review`} usual={words.approveDefault} action={review} onClose={onClose}
      onDecide={(decision, opinion, forget) => {
        void review.run({ params: { versionId }, body: { revision, decision, opinion } }, () => { forget(); onDone(text.done[decision]); });
      }}
    />
  );
}
