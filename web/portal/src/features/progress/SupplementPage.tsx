import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createKey } from '@tongban/api-client';
import { FormRenderer } from '@tongban/form-renderer';
import '@tongban/form-renderer/styles.css';
import { fileIdsIn, validateForm, type FormIssue } from '@tongban/form-model';
import { Button, Card, Notice, TextArea, useToast } from '@tongban/ui';
import { useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { downloadFile } from '@tongban/server/src/kernel/files/contract.ts';
import { downloadCaseFile, getCase, getCaseApplication, type CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { getPublishedVersion, type ApplicationMaterial } from '@tongban/server/src/modules/catalog/contract.ts';
import { supplementCase } from '@tongban/server/src/modules/intake/contract.ts';
import { api, plainApi } from '../../shared/api.ts';
import type { ShownFile } from '../../shared/files/FileUploads.tsx';
import { definitionOf } from '../../shared/form/definition.ts';
import { useFormEnvironment } from '../../shared/form/useFormEnvironment.ts';
import { formatDate } from '../../shared/format/dates.ts';
import { ProblemNotice, Answer } from '../../shared/layout/Answer.tsx';
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
import './progress.css';

const t = text.supplement;

type Supplement = NonNullable<CaseView['supplement']>;
interface Loaded { account: Account; one: CaseView; supplement: Supplement; definition: Record<string, unknown>; parameters: Record<string, unknown>; answers: Record<string, unknown>; materials: readonly ApplicationMaterial[] }
type Uploads = Readonly<Record<string, readonly ShownFile[]>>;

/** What was asked about a field, shown at the field until it is changed. */
export function askedIssues(items: Supplement['items'], changed: ReadonlySet<string>): FormIssue[] {
  return items.filter((item) => item.kind === 'field' && !changed.has(item.key))
    .map((item) => ({ path: item.key, fieldId: item.key, code: 'supplement', message: item.reason, label: item.name }));
}

/** The answers as changed so far, which fields were, new files by material, and a remark. */
interface Typed { answers: Record<string, unknown>; changed: readonly string[]; uploads: Uploads; remark: string }

function useSend(one: CaseView, onSent: () => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const key = useRef(createKey());
  return useMutation({
    mutationFn: (given: { answers: Record<string, unknown>; uploads: Uploads; remark: string }) => api.call(supplementCase, {
      params: { caseId: one.id },
      body: {
        version: one.version, answers: given.answers, ...(given.remark ? { remark: given.remark } : {}),
        materials: Object.entries(given.uploads).map(([material, files]) => ({ key: material, fileIds: files.map((file) => file.id) })),
      },
    }, { idempotencyKey: key.current }),
    onSuccess: async () => {
      onSent();
      toast(t.done);
      await client.invalidateQueries({ predicate: (query) => String(query.queryKey[0]).startsWith('cases.') });
      void navigate(links.case(one.id), { replace: true });
    },
    // A corrected attempt is another intention.
    onError: () => { key.current = createKey(); },
  });
}

function SupplementForm({ account, one, supplement, definition: json, parameters, answers: before, materials }: Loaded) {
  const [definition] = useState(() => definitionOf(json));
  const [typed, setTyped, forget] = useTyped<Typed>(`supplement.${account.id}.${one.id}.${one.version}`, { answers: before, changed: [], uploads: {}, remark: '' });
  const { answers, uploads, remark } = typed;
  const change = (next: Partial<Typed>) => setTyped((now) => ({ ...now, ...next }));
  const changeFiles = (key: string, next: (files: readonly ShownFile[]) => readonly ShownFile[]) =>
    setTyped((now) => ({ ...now, uploads: { ...now.uploads, [key]: next(now.uploads[key] ?? []) } }));
  const [attempts, setAttempts] = useState(0);
  const part = useRef<HTMLDivElement>(null);
  const send = useSend(one, forget);
  // What was handed in is the case's, whoever uploaded it; what is added here is still the uploader's own.
  const [handedIn] = useState(() => new Set(fileIdsIn(before)));
  const fileUrl = (fileId: string) => (handedIn.has(fileId) ? plainApi.url(downloadCaseFile, { params: { caseId: one.id, fileId } }) : plainApi.url(downloadFile, { params: { fileId } }));
  const environment = useFormEnvironment({ definition, answers, parameters, fileUrl });
  const asked = supplement.items.filter((item) => item.kind === 'material').flatMap((item) => {
    const material = materials.find((each) => each.key === item.key);
    return material ? [{ item, material }] : [];
  });
  const missing = asked.filter(({ material }) => !material.formKey && (uploads[material.key]?.length ?? 0) === 0);
  const asksForm = supplement.items.some((item) => item.kind === 'field');
  const checked = validateForm(definition, answers, { ...environment, mode: 'submit' });
  function submit() {
    setAttempts(attempts + 1);
    if (missing.length === 0 && (!asksForm || checked.ok)) send.mutate({ answers, uploads, remark: remark.trim() });
    else if (part.current) focusFirstFault(part.current);
  }
  return (
    <div className="stack" ref={part}>
      <Notice tone="warning" title={t.needed(formatDate(supplement.dueOn))}>
        <p>{supplement.explanation}</p>
        <ul>{supplement.items.map((item) => <li key={item.kind + item.key}><strong>{item.name}</strong>（{t.kinds[item.kind]}）：{item.reason}</li>)}</ul>
      </Notice>
      {asked.length > 0 && (
        <Card title={t.materialsTitle}>
          {asked.map(({ item, material }) => (
            <MaterialField
              key={material.key} material={material} reason={item.reason} required licences={[]} addressOf={fileUrl}
              given={{ files: uploads[material.key] ?? [], licenceId: null, licenceConsent: false }}
              fault={attempts > 0 && missing.some((each) => each.material.key === material.key) ? t.needFiles(material.name) : undefined}
              onAddFile={(file) => changeFiles(material.key, (files) => [...files, file])}
              onRemoveFile={(fileId) => changeFiles(material.key, (files) => files.filter((file) => file.id !== fileId))}
              onLicence={() => undefined}
            />
          ))}
        </Card>
      )}
      {asksForm && (
        <Card title={t.formTitle}>
          <p className="muted">{t.formLead}</p>
          <FormRenderer
            definition={definition} answers={answers} environment={environment} headingLevel={3} submitCount={attempts}
            issues={[...askedIssues(supplement.items, new Set(typed.changed)), ...(attempts > 0 ? checked.issues : [])]}
            onChange={(next, path) => change({ answers: next, changed: [...new Set([...typed.changed, path.split(/[.[]/)[0] ?? path])] })}
          />
        </Card>
      )}
      <Card><TextArea label={t.remark} hint={t.remarkHint} optional value={remark} maxLength={2000} onChange={(event) => change({ remark: event.target.value })} /></Card>
      {send.isError && <ProblemNotice error={send.error} />}
      <div className="tb-button-row">
        <Button variant="primary" size="large" busy={send.isPending} onClick={submit}>{t.submit}</Button>
        <ButtonLink size="large" to={links.case(one.id)}>{t.back}</ButtonLink>
      </div>
    </div>
  );
}

function LoadedSupplement({ caseId, account }: { caseId: string; account: Account }) {
  const found = useQuery({
    queryKey: ['cases.supplement', caseId],
    queryFn: async () => {
      const one = await api.call(getCase, { params: { caseId } });
      const [application, guide] = await Promise.all([
        api.call(getCaseApplication, { params: { caseId }, query: { purpose: t.title } }),
        api.call(getPublishedVersion, { params: { versionId: one.itemVersionId } }),
      ]);
      return { one, application, materials: guide.elements.materials };
    },
    staleTime: Infinity, gcTime: 0,
  });
  return (
    <Page
      title={t.title} lead={found.data && <p>{found.data.one.itemName}，{text.case.number(found.data.one.number)}</p>}
      trail={[{ to: links.space('cases'), label: '我的办件' }, { to: links.case(caseId), label: found.data?.one.itemName ?? caseId }]}
    >
      <Answer query={found} lines={8} missing={<NotMine error={found.error} />}>
        {({ one, application, materials }) => (one.supplement && one.abilities.supplement
          ? <SupplementForm account={account} one={one} supplement={one.supplement} definition={application.definition} parameters={application.parameters} answers={application.answers} materials={materials} />
          : <Notice actions={<ButtonLink to={links.case(caseId)}>{t.back}</ButtonLink>}>{t.notNow}</Notice>)}
      </Answer>
    </Page>
  );
}

/** The supplement round: what the department asked for, and only that. */
export function SupplementPage() {
  const { caseId = '' } = useParams();
  return <RequireAccount>{(account) => <LoadedSupplement caseId={caseId} account={account} />}</RequireAccount>;
}
