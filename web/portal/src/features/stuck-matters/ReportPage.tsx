import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, FieldError, Notice, SelectField, TextArea, TextField } from '@tongban/ui';
import { useRef, useState, type SubmitEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { downloadFile } from '@tongban/server/src/kernel/files/contract.ts';
import { getItemGuide } from '@tongban/server/src/modules/catalog/contract.ts';
import { listReasons, mostMatterFiles, reportMatter } from '@tongban/server/src/modules/stuck-matters/contract.ts';
import { api, plainApi, problemOf } from '../../shared/api.ts';
import { FileUploads, type ShownFile } from '../../shared/files/FileUploads.tsx';
import { ProblemNotice } from '../../shared/layout/Answer.tsx';
import { focusFirstFault } from '../../shared/layout/focus-first-fault.ts';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { RequireAccount } from '../../shared/session/RequireAccount.tsx';
import type { Account } from '../../shared/session/session.ts';
import { useTyped } from '../../shared/use-typed.ts';
import { text } from './text.ts';

interface Typed { reasonCode: string; content: string; caseNumber: string; mobile: string; files: readonly ShownFile[] }

const fileRule = { fileTypes: ['jpg', 'png', 'pdf'], maxFiles: mostMatterFiles };

/** The item that a report begun at its guide is about. */
function useItem(itemId: string | null) {
  return useQuery({ queryKey: ['catalog.get-item-guide', itemId], enabled: itemId !== null, queryFn: () => api.call(getItemGuide, { params: { itemId: itemId ?? '' } }), meta: { public: true } }).data;
}

function faultsOf({ reasonCode, content, mobile }: Typed) {
  return {
    reason: reasonCode === '' ? text.need.reason : undefined, content: content.trim().length < 10 ? text.need.content : undefined, mobile: mobile.trim() === '' ? text.need.mobile : undefined,
  };
}

function Report({ account }: { account: Account }) {
  const [params] = useSearchParams();
  const itemId = params.get('itemId');
  const navigate = useNavigate();
  const client = useQueryClient();
  const attempt = useRef(crypto.randomUUID());
  const [typed, change, forget] = useTyped<Typed>(`stuck-matter.${account.id}.${params.get('caseNumber') ?? itemId ?? 'new'}`, { reasonCode: '', content: '', caseNumber: params.get('caseNumber') ?? '', mobile: '', files: [] });
  const [tried, setTried] = useState(false);
  const [uploading, setUploading] = useState(false);
  const reasons = useQuery({ queryKey: ['stuck-matters.list-reasons'], queryFn: () => api.call(listReasons, {}), staleTime: 300_000, meta: { public: true } });
  const item = useItem(itemId);
  const report = useMutation({
    mutationFn: () => api.call(reportMatter, {
      body: {
        reasonCode: typed.reasonCode, content: typed.content.trim(), mobile: typed.mobile.trim(), ...(typed.caseNumber.trim() ? { caseNumber: typed.caseNumber.trim() } : {}), ...(itemId ? { itemId } : {}),
        ...(typed.files.length > 0 ? { fileIds: typed.files.map(({ id }) => id) } : {}),
      },
    }, { idempotencyKey: attempt.current }),
    onSuccess: async (matter) => {
      forget();
      await client.invalidateQueries({ queryKey: ['stuck-matters.list-own-matters'] });
      client.setQueryData(['stuck-matters.get-own-matter', matter.id], matter);
      void navigate(links.stuckMatter(matter.id, true), { replace: true });
    },
    // What was refused may be said anew; what was lost on the way is sent again as the same.
    onError: (error) => { if (problemOf(error).code !== 'client.offline') attempt.current = crypto.randomUUID(); },
  });
  const faults = faultsOf(typed);
  const shown = (name: keyof typeof faults) => (tried && faults[name] ? { error: faults[name] } : {});
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (Object.values(faults).some((fault) => fault !== undefined)) focusFirstFault(event.currentTarget);
    else if (!uploading && !report.isPending) report.mutate();
  }
  const { actingFor } = account.session;
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>} narrow trail={[{ to: links.space(), label: text.space }, { to: links.space('stuck-matters'), label: text.mine }]}>
      <Card>
        <form className="stack" onSubmit={submit} noValidate>
          {actingFor && <Notice>{text.as(actingFor.name)}</Notice>}
          {item && <Notice>{text.aboutItem(item.elements.name)}</Notice>}
          <SelectField
            label={text.reason} placeholder={text.chooseReason} value={typed.reasonCode} {...shown('reason')} options={(reasons.data?.items ?? []).filter(({ active }) => active).map(({ code, name }) => ({ value: code, label: name }))}
            onChange={({ target }) => change((before) => ({ ...before, reasonCode: target.value }))}
          />
          <TextArea label={text.content} hint={text.contentHint} rows={6} maxLength={2000} value={typed.content} {...shown('content')} onChange={({ target }) => change((before) => ({ ...before, content: target.value }))} />
          <fieldset className="tb-field">
            <legend className="tb-field__label">{text.files}<span className="tb-field__optional">{text.optional}</span></legend>
            <p className="tb-field__hint">{text.filesHint}</p>
            <FileUploads
              label={text.files} rule={fileRule} files={typed.files} onBusy={setUploading} addressOf={(fileId) => plainApi.url(downloadFile, { params: { fileId } })}
              onAdd={(file) => change((before) => ({ ...before, files: [...before.files, file] }))} onRemove={(fileId) => change((before) => ({ ...before, files: before.files.filter(({ id }) => id !== fileId) }))}
            />
            {tried && uploading && <FieldError>{text.need.uploads}</FieldError>}
          </fieldset>
          <TextField label={text.caseNumber} hint={text.caseHint} optional maxLength={60} autoComplete="off" value={typed.caseNumber} onChange={({ target }) => change((before) => ({ ...before, caseNumber: target.value }))} />
          <TextField label={text.mobile} hint={text.mobileHint} type="tel" autoComplete="tel" maxLength={30} value={typed.mobile} {...shown('mobile')} onChange={({ target }) => change((before) => ({ ...before, mobile: target.value }))} />
          {report.isError && <ProblemNotice error={report.error} />}
          <div><Button type="submit" variant="primary" size="large" busy={report.isPending}>{text.submit}</Button></div>
        </form>
      </Card>
    </Page>
  );
}

/** Reporting what could not be done, from the guide of an item, a case, or one's own space (STK-01). */
export function ReportPage() {
  return <RequireAccount>{(account) => <Report account={account} />}</RequireAccount>;
}
