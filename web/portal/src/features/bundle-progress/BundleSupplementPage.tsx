import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createKey } from '@tongban/api-client';
import { FormRenderer } from '@tongban/form-renderer';
import '@tongban/form-renderer/styles.css';
import { fileIdsIn, validateForm, type FormIssue } from '@tongban/form-model';
import { Button, Card, Notice, TextArea, useToast } from '@tongban/ui';
import { useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { downloadFile } from '@tongban/server/src/kernel/files/contract.ts';
import { downloadBundleFile, getJointSupplement, supplementBundle, type JointSupplement } from '@tongban/server/src/modules/bundle-applications/contract.ts';
import { api, plainApi, problemOf } from '../../shared/api.ts';
import type { ShownFile } from '../../shared/files/FileUploads.tsx';
import { definitionOf } from '../../shared/form/definition.ts';
import { useFormEnvironment } from '../../shared/form/useFormEnvironment.ts';
import { formatDate } from '../../shared/format/dates.ts';
import { Answer, ProblemNotice } from '../../shared/layout/Answer.tsx';
import { focusFirstFault } from '../../shared/layout/focus-first-fault.ts';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { MaterialField } from '../../shared/materials/MaterialField.tsx';
import { NotMine } from '../../shared/session/NotMine.tsx';
import { RequireAccount } from '../../shared/session/RequireAccount.tsx';
import type { Account } from '../../shared/session/session.ts';
import { useTyped } from '../../shared/use-typed.ts';
import { text } from './text.ts';
import './bundle-progress.css';

const t = text.supplement;

type Uploads = Readonly<Record<string, readonly ShownFile[]>>;
/** The answers as changed so far, which fields were, new files by material, and a remark. */
interface Typed { answers: Record<string, unknown>; changed: readonly string[]; uploads: Uploads; remark: string }

function Asked({ joint }: { joint: JointSupplement }) {
  return (
    <>
      <Notice tone="warning" title={t.needed(formatDate(joint.dueOn))}>
        <p>{t.lead}</p>
        {joint.notices.map((notice) => (
          <section key={notice.caseId} className="bundle-progress-asked">
            <h3>{t.by(notice.organizationName, notice.itemName, formatDate(notice.dueOn))}</h3>
            <p>{notice.explanation}</p>
            <ul>{notice.items.map((item) => <li key={item.kind + item.name + item.reason}><strong>{item.name}</strong>：{item.reason}</li>)}</ul>
          </section>
        ))}
      </Notice>
      {joint.stillChecking.length > 0 && (
        <Notice title={t.checking}>
          <p>{t.checkingLead}</p>
          <ul>{joint.stillChecking.map((one) => <li key={one.itemName}>{one.organizationName}（{one.itemName}）{one.until && `，${t.until(formatDate(one.until))}`}</li>)}</ul>
        </Notice>
      )}
    </>
  );
}

function useSend(joint: JointSupplement, onSent: () => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const key = useRef(createKey());
  return useMutation({
    mutationFn: ({ answers, uploads, remark }: Pick<Typed, 'answers' | 'uploads' | 'remark'>) => api.call(supplementBundle, {
      params: { applicationId: joint.applicationId },
      body: {
        caseIds: joint.notices.map(({ caseId }) => caseId), answers, ...(remark.trim() ? { remark: remark.trim() } : {}),
        materials: Object.entries(uploads).filter(([, files]) => files.length > 0).map(([material, files]) => ({ key: material, fileIds: files.map(({ id }) => id) })),
      },
    }, { idempotencyKey: key.current }),
    onSuccess: async () => {
      onSent();
      toast(t.done);
      await client.invalidateQueries({ predicate: (query) => /^(cases|bundle-applications)\./.test(String(query.queryKey[0])) });
      void navigate(links.bundleApplication(joint.applicationId), { replace: true });
    },
    onError: () => { key.current = createKey(); },
  });
}

function askedIssues(joint: JointSupplement, changed: readonly string[]): FormIssue[] {
  return joint.notices.flatMap(({ items }) => items).filter(({ kind, key }) => kind === 'field' && !changed.includes(key))
    .map(({ key, name, reason }) => ({ path: key, fieldId: key, code: 'supplement', message: reason, label: name }));
}

function SupplementForm({ joint, account }: { joint: JointSupplement; account: Account }) {
  const [definition] = useState(() => definitionOf(joint.definition));
  const [typed, setTyped, forget] = useTyped<Typed>(`bundle-supplement.${account.id}.${joint.applicationId}`, { answers: joint.answers, changed: [], uploads: {}, remark: '' });
  const { answers, uploads, remark, changed } = typed;
  const [attempts, setAttempts] = useState(0);
  const part = useRef<HTMLDivElement>(null);
  const send = useSend(joint, forget);
  // What was handed in is the application's or a case's, whoever uploaded it; what is added here is still the uploader's own.
  const [handedIn] = useState(() => new Set(fileIdsIn(joint.answers)));
  const { applicationId } = joint;
  const fileUrl = (fileId: string) => (handedIn.has(fileId) ? plainApi.url(downloadBundleFile, { params: { applicationId, fileId } }) : plainApi.url(downloadFile, { params: { fileId } }));
  const environment = useFormEnvironment({ definition, answers, parameters: {}, fileUrl });
  const changeFiles = (key: string, next: (files: readonly ShownFile[]) => readonly ShownFile[]) =>
    setTyped((now) => ({ ...now, uploads: { ...now.uploads, [key]: next(now.uploads[key] ?? []) } }));
  const missing = joint.slots.filter(({ material }) => (uploads[material.key]?.length ?? 0) === 0);
  const asksForm = joint.notices.some(({ items }) => items.some(({ kind }) => kind !== 'material'));
  const checked = validateForm(definition, answers, { ...environment, mode: 'submit' });
  const refused = send.isError ? (problemOf(send.error).issues ?? []).map(({ path, code, message }): FormIssue => ({ path, fieldId: /^[^.[]+/.exec(path)?.[0] ?? path, code, message, label: '' })) : [];
  const reasonOf = (key: string): string => joint.notices.flatMap(({ items }) => items).filter((item) => item.kind === 'material' && item.key === key).map(({ reason }) => reason).join('');
  function submit() {
    setAttempts(attempts + 1);
    if (missing.length === 0 && (!asksForm || checked.ok)) send.mutate({ answers, uploads, remark });
    else if (part.current) focusFirstFault(part.current);
  }
  return (
    <div className="stack" ref={part}>
      <Asked joint={joint} />
      {joint.slots.length > 0 && (
        <Card title={t.materials}>
          {joint.slots.map(({ material }) => (
            <MaterialField
              key={material.key} material={material} reason={reasonOf(material.key)} required licences={[]} addressOf={fileUrl}
              given={{ files: uploads[material.key] ?? [], licenceId: null, licenceConsent: false }}
              fault={attempts > 0 && missing.some((one) => one.material.key === material.key) ? t.needFiles(material.name) : undefined}
              onAddFile={(file) => changeFiles(material.key, (files) => [...files, file])}
              onRemoveFile={(fileId) => changeFiles(material.key, (files) => files.filter((file) => file.id !== fileId))}
              onLicence={() => undefined}
            />
          ))}
        </Card>
      )}
      {asksForm && (
        <Card title={t.form}>
          <p className="muted">{t.formLead}</p>
          <FormRenderer
            definition={definition} answers={answers} environment={environment} headingLevel={3} submitCount={attempts}
            issues={[...askedIssues(joint, changed), ...refused, ...(attempts > 0 ? checked.issues : [])]}
            onChange={(next, path) => setTyped((now) => ({ ...now, answers: next, changed: [...new Set([...now.changed, path.split(/[.[]/)[0] ?? path])] }))}
          />
        </Card>
      )}
      <Card><TextArea label={t.remark} hint={t.remarkHint} optional value={remark} maxLength={2000} onChange={(event) => setTyped((now) => ({ ...now, remark: event.target.value }))} /></Card>
      {send.isError && <ProblemNotice error={send.error} />}
      <div className="tb-button-row">
        <Button variant="primary" size="large" busy={send.isPending} onClick={submit}>{t.submit}</Button>
        <ButtonLink size="large" to={links.bundleApplication(joint.applicationId)}>{t.back}</ButtonLink>
      </div>
    </div>
  );
}

function Loaded({ applicationId, account }: { applicationId: string; account: Account }) {
  const found = useQuery({ queryKey: [getJointSupplement.id, applicationId], queryFn: () => api.call(getJointSupplement, { params: { applicationId } }), staleTime: Infinity, gcTime: 0 });
  const { data } = found;
  return (
    <Page
      title={t.title} lead={data && <p>{data.bundleName}，{text.number(data.number)}</p>}
      trail={[{ to: links.space('cases'), label: text.mine }, { to: links.bundleApplication(applicationId), label: data?.bundleName ?? text.page }]}
    >
      <Answer query={found} lines={8} missing={<NotMine error={found.error} />}>{(joint) => <SupplementForm key={joint.notices.length} joint={joint} account={account} />}</Answer>
    </Page>
  );
}

/** What all departments ask to be mended, answered at once. */
export function BundleSupplementPage() {
  const { applicationId = '' } = useParams();
  return <RequireAccount>{(account) => <Loaded applicationId={applicationId} account={account} />}</RequireAccount>;
}
