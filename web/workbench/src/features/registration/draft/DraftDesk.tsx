import { useQueryClient } from '@tanstack/react-query';
import { parametersOf, validateForm } from '@tongban/form-model';
import { FormRenderer } from '@tongban/form-renderer';
import '@tongban/form-renderer/styles.css';
import { downloadFile } from '@tongban/server/src/kernel/files/contract.ts';
import { checkPostalAddress } from '@tongban/identifiers';
import type { DeliveryMethod, PostalAddress } from '@tongban/server/src/modules/cases/contract.ts';
import { getDraft, type Draft } from '@tongban/server/src/modules/intake/contract.ts';
import { Alert, Button, Checkbox, Select } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { plainApi } from '../../../shared/api.ts';
import { useKeeper } from '../../../shared/draft/use-keeper.ts';
import { formatTime } from '../../../shared/format/dates.ts';
import { useUploads } from '../../../shared/files/use-uploads.ts';
import { definitionOf, formIssuesOf, isMaterialIssue } from '../../../shared/form/definition.ts';
import { useFormEnvironment } from '../../../shared/form/use-form-environment.ts';
import { findOpenField, goOnByEnter } from '../../../shared/keyboard/go-on.ts';
import { PrimaryButton } from '../../../shared/keyboard/PrimaryButton.tsx';
import { links } from '../../../shared/links.ts';
import { useTitle } from '../../../shared/page/Page.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../../shared/text.ts';
import { useTyped } from '../../../shared/typed/use-typed.ts';
import { closeWorkTab, useWorkTab } from '../../../shared/work-tabs.ts';
import { AgentPanel } from '../agent/AgentPanel.tsx';
import { useAgent } from '../agent/use-agent.ts';
import { BundleItems } from '../bundle/BundleItems.tsx';
import { text } from '../text.ts';
import { ConditionChecks } from './ConditionChecks.tsx';
import { MaterialSlots } from './MaterialSlots.tsx';
import { missingMaterials } from './missing-materials.ts';
import { PostalFields } from './PostalFields.tsx';
import { PrefillPanel } from './PrefillPanel.tsx';
import { RegistrationKeeper } from './registration-keeper.ts';
import { usePrefill } from './use-prefill.ts';
import { useSubmit } from './use-submit.ts';
import { ShareForDraft } from '../share/ShareForDraft.tsx';
import { useShares } from '../share/use-shares.ts';

const words = text.draft;
interface Closing {
  declared: boolean;
  method: DeliveryMethod;
  postalAddress: PostalAddress;
}

/** Form at the left, materials at the right, submission below; everything is saved as it is typed. */
export function DraftDesk({ draft, onListed }: { draft: Draft; onListed: () => void }) {
  useTitle(`${text.title} ${draft.itemName}`);
  useWorkTab(links.registrationDraft(draft.id), draft.applicant.name, draft.itemName);
  const navigate = useNavigate();
  const keeper = useKeeper(() => new RegistrationKeeper(draft));
  const [definition] = useState(() => definitionOf(draft.formDefinition));
  const parameters = useMemo(() => parametersOf(draft.guidance), [draft.guidance]);
  const fileUrl = useCallback((fileId: string) => plainApi.url(downloadFile, { params: { fileId } }), []);
  const prefill = usePrefill(draft, keeper);
  const shares = useShares(draft, keeper);
  const agent = useAgent(draft, keeper, prefill.take);
  const environment = useFormEnvironment({ definition, parameters, prefilled: prefill.prefilled, fileUrl });
  const [attempts, setAttempts] = useState(0);
  const uploads = useUploads();
  const [closing, setClosing, forget] = useTyped<Closing>(`closing.${draft.id}`, {
    declared: false, method: 'counter', postalAddress: { recipient: draft.applicant.kind === 'person' ? draft.applicant.name : '', mobile: '', address: '' },
  });
  const { submit: send, busy, problem } = useSubmit(draft);
  const desk = useRef<HTMLDivElement>(null);
  useEffect(() => { focusFirstOpen(desk.current); }, []);
  const { content } = keeper;
  const postal = closing.method === 'express' ? checkPostalAddress(closing.postalAddress) : undefined;

  const own = attempts > 0 ? validateForm(definition, content.answers, { ...environment, mode: 'submit' }).issues : [];
  const known = new Set(own.map(({ path }) => path));
  const refused = formIssuesOf(problem?.issues ?? [], definition).filter(({ path }) => !known.has(path));
  const missing = attempts > 0 ? new Set(missingMaterials(draft.materials, content)) : new Set<string>();
  const materialProblems = Object.fromEntries(
    (problem?.issues ?? [])
      .filter(isMaterialIssue)
      .map((issue) => [materialOf(draft, issue.path), issue.message]),
  );

  async function submit() {
    setAttempts((before) => before + 1);
    // The form takes the focus to its own summary.
    if (!validateForm(definition, content.answers, { ...environment, mode: 'submit' }).ok) return;
    if (uploads.underWay || missingMaterials(draft.materials, content).length > 0 || postal?.ok === false || !closing.declared) return focusFirstFault();
    const revision = await keeper.flush();
    if (revision === undefined) return;
    const delivery = postal ? { method: closing.method, postalAddress: postal.normalized } : { method: closing.method };
    await send(revision, delivery, (receipts) => {
      keeper.end();
      closeWorkTab(links.registrationDraft(draft.id));
      forget();
      onListed();
      void navigate(receipts, { replace: true });
    });
  }
  return (
    <div ref={desk} className="filling" onKeyDown={(event) => goOnByEnter(event, () => desk.current?.querySelector<HTMLElement>('.filling__foot .ant-btn-primary')?.focus())}>
      <header className="filling__head">
        <h1>{draft.itemName}</h1>
        <p>
          <strong>{draft.applicant.name}</strong>　<span className="number muted">{draft.applicant.documentNumber}</span>
          {'　'}
          <span className="muted">{draft.situation.name}</span>
        </p>
        <SaveMark keeper={keeper} />
      </header>
      <div className="filling__form">
        <Conflict keeper={keeper} />
        {keeper.state === 'closed' ? <Closed draftId={draft.id} /> : null}
        {draft.outdated ? <Alert className="problem" type="warning" showIcon title={words.outdated} /> : null}
        {keeper.state === 'failed' ? (
          <ProblemAlert
            problem={keeper.problem}
            onRetry={() => {
              void keeper.flush();
            }}
          />
        ) : null}
        <PrefillPanel handle={prefill} onAnswered={() => focusFirstOpen(desk.current)} />
        <FormRenderer
          definition={definition}
          answers={content.answers}
          environment={environment}
          issues={[...own, ...refused]}
          submitCount={attempts}
          headingLevel={2}
          onChange={(answers) => keeper.fill(answers)}
        />
      </div>
      <aside className="filling__materials">
        <AgentPanel keep={`agent.${draft.id}`} handle={agent} />
        {draft.bundle ? <><h2>{text.bundle.items}</h2><BundleItems items={draft.bundle.items} /></> : null}
        <ConditionChecks checks={draft.conditionChecks} />
        <h2>{words.materials}</h2>
        <div className="filling__share"><ShareForDraft draftId={draft.id} handle={shares} /></div>
        <MaterialSlots
          slots={shares.slots}
          sharedAt={shares.agreedAt}
          content={content}
          missing={missing}
          problems={materialProblems}
          uploads={uploads}
          tried={attempts > 0}
          onChange={(key, change) => keeper.give(key, change)}
        />
      </aside>
      <footer className="filling__foot">
        {closing.method === 'express' ? (
          <PostalFields
            value={closing.postalAddress}
            outcome={attempts > 0 ? postal : undefined}
            onChange={(part) => setClosing((before) => ({ ...before, postalAddress: { ...before.postalAddress, ...part } }))}
          />
        ) : null}
        <div className="filling__closing">
          <ProblemAlert problem={problem} />
          <Checkbox className={attempts > 0 && !closing.declared ? 'is-undeclared' : ''} checked={closing.declared} onChange={(event) => setClosing((before) => ({ ...before, declared: event.target.checked }))}>
            {words.declared}
          </Checkbox>
          <p className="filling__faults" role="status">
            {[
              own.length > 0 ? words.issues(own.length) : '',
              attempts > 0 && uploads.underWay ? sharedText.missing.uploading : '',
              missing.size > 0 ? words.materialsMissing(missing.size) : '',
              attempts > 0 && postal?.ok === false ? words.postalWrong : '',
              attempts > 0 && !closing.declared ? words.needDeclared : '',
            ]
              .filter(Boolean)
              .join('；')}
          </p>
        </div>
        <label className="filling__delivery">
          <span className="muted small">{words.delivery}</span>
          <Select
            value={closing.method}
            style={{ width: 120 }}
            options={draft.deliveryMethods.map((method) => ({ value: method, label: words.methods[method] }))}
            onChange={(method) => setClosing((before) => ({ ...before, method }))}
          />
        </label>
        <p className="faint small"><kbd>Enter</kbd> {words.goOn}　<kbd>Alt+S</kbd> {words.send}</p>
        <PrimaryButton
          loading={busy}
          onPress={() => {
            void submit();
          }}
        >
          {words.submit}
        </PrimaryButton>
      </footer>
    </div>
  );
}

/** Which material an issue is about; those of a bundle are named `item.material`. */
function materialOf({ materials }: Draft, path: string): string {
  const named = materials.map(({ material }) => material.key).filter((key) => path.split(/[/]/).join('.').split('materials.').at(-1)?.startsWith(key));
  return named.toSorted((one, other) => other.length - one.length)[0] ?? '';
}

/** Where filling in begins: the first field that is empty. */
function focusFirstOpen(desk: HTMLElement | null): void {
  requestAnimationFrame(() => { if (desk) findOpenField(desk)?.focus(); });
}

/** Takes an officer to the first material that is missing, or to what is wrong in the foot. */
function focusFirstFault(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.slot.is-missing, .filling__foot [aria-invalid=true], .filling__closing .is-undeclared input')?.focus());
}

function SaveMark({ keeper }: { keeper: RegistrationKeeper }) {
  const tone = keeper.state === 'failed' || keeper.state === 'conflict' ? 'is-danger' : keeper.state === 'offline' ? 'is-warning' : '';
  const told = keeper.state === 'saved' ? text.saved.saved(keeper.savedAt ? formatTime(keeper.savedAt) : '') : text.saved[keeper.state];
  return (
    <p className={`filling__saved ${tone}`} role="status">
      {told}
    </p>
  );
}

function Conflict({ keeper }: { keeper: RegistrationKeeper }) {
  if (keeper.state !== 'conflict') return null;
  return (
    <Alert
      className="problem"
      type="warning"
      showIcon
      title={text.conflict.title}
      description={text.conflict.detail}
      action={
        <span className="filling__choices">
          <Button size="small" type="primary" onClick={() => keeper.resolve(() => 'mine')}>{text.conflict.mine}</Button>
          <Button size="small" onClick={() => keeper.resolve(() => 'theirs')}>{text.conflict.theirs}</Button>
        </span>
      }
    />
  );
}

/** It was handed in from another window: its receipt is there. */
function Closed({ draftId }: { draftId: string }) {
  const client = useQueryClient();
  return (
    <Alert
      className="problem"
      type="warning"
      showIcon
      title={text.closed.title}
      description={text.closed.detail}
      action={<Button size="small" onClick={() => { void client.invalidateQueries({ queryKey: [getDraft.id, draftId] }); }}>{text.closed.look}</Button>}
    />
  );
}
