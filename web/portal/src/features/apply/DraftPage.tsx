import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { parametersOf } from '@tongban/form-model';
import '@tongban/form-renderer/styles.css';
import { Button, Dialog, Notice, Steps, useToast } from '@tongban/ui';
import { Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import { downloadFile } from '@tongban/server/src/kernel/files/contract.ts';
import { getBundleOfCase, submitBundleDraft } from '@tongban/server/src/modules/bundle-applications/contract.ts';
import { deleteDraft, getDraft, submitDraft, type Draft, type NewerGuide as NewerVersion } from '@tongban/server/src/modules/intake/contract.ts';
import { api, plainApi, problemOf } from '../../shared/api.ts';
import { definitionOf } from '../../shared/form/definition.ts';
import { useFormEnvironment } from '../../shared/form/useFormEnvironment.ts';
import { Answer } from '../../shared/layout/Answer.tsx';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { withOfflineCopy } from '../../shared/offline-copy.ts';
import { NotMine } from '../../shared/session/NotMine.tsx';
import { RequireAccount } from '../../shared/session/RequireAccount.tsx';
import type { Account } from '../../shared/session/session.ts';
import { useDelivery } from './delivery/use-delivery.ts';
import { useDraft } from './draft/useDraft.ts';
import { BundleCard } from './BundleCard.tsx';
import { FormStep } from './FormStep.tsx';
import { usePrefill } from './prefill/use-prefill.ts';
import { MaterialsStep } from './MaterialsStep.tsx';
import { NewerGuide, Renewed } from './NewerGuide.tsx';
import { formIssuesOf, materialFaultsOf } from './refused-issues.ts';
import { ReviewStep, type Submission } from './ReviewStep.tsx';
import { SaveStatus } from './SaveStatus.tsx';
import { text } from './text.ts';
import './apply.css';

const steps = ['form', 'materials', 'review'] as const;
type Step = (typeof steps)[number];

function DeleteDraft({ draft, onDeleted }: { draft: Draft; onDeleted: () => void }) {
  const [asking, setAsking] = useState(false);
  const remove = useMutation({ mutationFn: () => api.call(deleteDraft, { params: { draftId: draft.id } }), onSuccess: onDeleted });
  return (
    <>
      <Button variant="quiet" icon={<Trash2 size={18} aria-hidden="true" />} onClick={() => setAsking(true)}>{text.delete}</Button>
      <Dialog
        open={asking} title={text.deleteTitle} onClose={() => setAsking(false)}
        footer={(
          <>
            <Button onClick={() => setAsking(false)}>{text.deleteCancel}</Button>
            <Button variant="danger" busy={remove.isPending} onClick={() => remove.mutate()}>{text.deleteConfirm}</Button>
          </>
        )}
      >
        <p>{text.deleteLead}</p>
      </Dialog>
    </>
  );
}

function useSubmission(draft: Draft, handle: ReturnType<typeof useDraft>, onSubmitted: () => void) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const sending = useRef(false);
  const mutation = useMutation({
    mutationFn: async ({ delivery }: Submission) => {
      const saved = await handle.flush();
      if (!saved) throw new Error(text.review.notSaved);
      const { revision } = handle.read();
      const given = { params: { draftId: draft.id }, body: { revision, declared: true, delivery } };
      const once = { idempotencyKey: `submit-${draft.id}` };
      if (draft.bundle) return { to: links.bundleReceipt((await api.call(submitBundleDraft, given, once)).applicationId), nextSteps: [] };
      const { caseId, nextSteps } = await api.call(submitDraft, given, once);
      return { to: links.receipt(caseId), nextSteps };
    },
    onSuccess: ({ to, nextSteps }) => {
      handle.forget();
      onSubmitted();
      void navigate(to, { replace: true, state: { nextSteps } });
      client.removeQueries({ queryKey: ['intake.get-draft', draft.id] });
      void client.invalidateQueries({ predicate: (query) => /^(intake|cases|bundle-applications|messaging)\./.test(String(query.queryKey[0])) });
    },
    onError: () => { sending.current = false; },
  });
  return {
    ...mutation,
    /** Submits once, however often it is asked before the answer. */
    submit(given: Submission) {
      if (sending.current) return;
      sending.current = true;
      mutation.mutate(given);
    },
  };
}

interface EditorProps { draft: Draft; account: Account; renewed: NewerVersion | undefined; onRenewed: (draft: Draft, done: NewerVersion) => void }

function DraftEditor({ draft, account, renewed, onRenewed }: EditorProps) {
  const handle = useDraft(draft, account.id);
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const toast = useToast();
  const [definition] = useState(() => definitionOf(draft.formDefinition));
  const delivery = useDelivery(draft, account);
  const prefill = usePrefill(draft, handle);
  const submission = useSubmission(draft, handle, delivery.forget);
  const environment = useFormEnvironment({
    definition, answers: handle.content.answers, prefilled: prefill.prefilled,
    parameters: parametersOf(draft.guidance),
    fileUrl: (fileId) => plainApi.url(downloadFile, { params: { fileId } }),
  });
  const step: Step = steps.find((one) => one === params.get('step')) ?? 'form';
  const problem = submission.isError ? (submission.error.message === text.review.notSaved ? { ...problemOf(submission.error), title: text.review.notSaved, detail: '' } : problemOf(submission.error)) : undefined;
  function go(next: Step) {
    void handle.flush();
    setParams(next === 'form' ? {} : { step: next });
    window.scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }
  function leave() {
    void handle.flush();
    toast(text.leave);
    void navigate(links.space('drafts'));
  }
  const shared = { draft, definition, environment, handle };
  return (
    <div className="stack">
      <Steps titles={text.steps} current={steps.indexOf(step)} />
      <div className="draft-bar">
        <p>{text.applicant(draft.applicant.name)}{draft.filedBy && `，${text.filer(draft.filedBy.name)}`}</p>
        <SaveStatus draft={handle} />
        <DeleteDraft draft={draft} onDeleted={() => { handle.forget(); delivery.forget(); toast(text.deleted); void navigate(links.space('drafts')); }} />
      </div>
      {handle.restored && <Notice tone="success" live>{text.restored}</Notice>}
      {draft.outdated && <NewerGuide draft={draft} handle={handle} onRenewed={onRenewed} />}
      {renewed && <Renewed done={renewed} />}
      {draft.bundle && step === 'form' && <BundleCard bundle={draft.bundle} />}
      {step === 'form' && <FormStep {...shared} prefill={prefill} refused={formIssuesOf(problem?.issues ?? [], definition)} onNext={() => go('materials')} onLeave={leave} />}
      {step === 'materials' && <MaterialsStep draft={draft} handle={handle} refused={materialFaultsOf(problem?.issues ?? [])} onBack={() => go('form')} onNext={() => go('review')} />}
      {step === 'review' && <ReviewStep {...shared} delivery={delivery} problem={problem} busy={submission.isPending} onEdit={go} onSubmit={submission.submit} />}
    </div>
  );
}

/** From a draft that was submitted to what it became. */
function ToBundle({ caseId }: { caseId: string }) {
  const found = useQuery({ queryKey: [getBundleOfCase.id, caseId], queryFn: () => api.call(getBundleOfCase, { params: { caseId } }) });
  return <div className="page"><Answer query={found} lines={6}>{({ application }) => <Navigate replace to={application ? links.bundleApplication(application.id) : links.case(caseId)} />}</Answer></div>;
}

function trailOf({ bundle, itemId, itemName }: Draft) {
  if (bundle) return [{ to: links.bundles(), label: text.bundle.title }, { to: links.bundle(bundle.id), label: itemName }];
  return itemId === null ? [] : [{ to: links.item(itemId), label: itemName }];
}

function LoadedDraft({ draftId, account }: { draftId: string; account: Account }) {
  const found = useQuery({
    queryKey: ['intake.get-draft', draftId], queryFn: () => withOfflineCopy(`draft.${account.id}.${draftId}`, () => api.call(getDraft, { params: { draftId } })),
    // The editor owns the content once it has it.
    staleTime: Infinity, gcTime: 0,
  });
  const client = useQueryClient();
  const [renewed, setRenewed] = useState<NewerVersion>();
  const take = (next: Draft, done: NewerVersion) => {
    client.setQueryData(['intake.get-draft', draftId], next);
    setRenewed(done);
    window.scrollTo(0, 0);
  };
  const draft = found.data;
  if (draft?.caseId) return draft.bundle ? <ToBundle caseId={draft.caseId} /> : <Navigate replace to={links.receipt(draft.caseId)} />;
  return (
    <Page title={text.title} windowTitle={draft ? `${text.title}：${draft.itemName}` : text.title} lead={draft && <p>{draft.itemName}，{draft.situation.name}</p>} trail={draft ? trailOf(draft) : []}>
      <Answer query={found} lines={10} missing={<NotMine error={found.error} />}>{(one) => <DraftEditor key={one.itemVersionId} draft={one} account={account} renewed={renewed} onRenewed={take} />}</Answer>
    </Page>
  );
}

/** An application being filled in. */
export function DraftPage() {
  const { draftId = '' } = useParams();
  return <RequireAccount>{(account) => <LoadedDraft draftId={draftId} account={account} />}</RequireAccount>;
}
