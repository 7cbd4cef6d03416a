import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Checkbox, Notice, Timeline } from '@tongban/ui';
import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { downloadCaseFile, type CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { disclosureLabels, getCaseLink, jumpToSystem, type CaseLink } from '@tongban/server/src/modules/self-built/contract.ts';
import { api, plainApi } from '../../shared/api.ts';
import { formatDateTime } from '../../shared/format/dates.ts';
import { ProblemNotice } from '../../shared/layout/Answer.tsx';
import { text } from './text.ts';

const t = text.case.selfBuilt;

/** The department's own system in which a case is handled: the way there, with consent, and what it reported; nothing for a case handled here (INT-04). */
export function SelfBuiltCard({ one }: { one: CaseView }) {
  const { data } = useQuery({ queryKey: [getCaseLink.id, one.id, one.version], staleTime: 5_000, queryFn: () => api.call(getCaseLink, { params: { caseId: one.id } }) });
  const link = data?.link;
  if (!link) return null;
  return (
    <Card title={t.title(link.systemName)}>
      <div className="stack stack--tight">
        <p>{t.state}：<strong>{link.stateLabel}</strong></p>
        {link.downSince !== null && <Notice tone="warning">{t.down(formatDateTime(link.downSince))}</Notice>}
        {link.enteredAt === null && link.mayJump && <p className="muted">{t.lead}</p>}
        {link.blocked !== null && <p className="muted">{link.blocked}</p>}
        {link.mayJump && <Jump caseId={one.id} link={link} />}
        {link.contentReadAt !== null && <p className="muted">{t.read(formatDateTime(link.contentReadAt))}</p>}
        {link.reports.length > 0 && <Reports caseId={one.id} link={link} />}
      </div>
    </Card>
  );
}

function Jump({ caseId, link }: { caseId: string; link: CaseLink }) {
  const client = useQueryClient();
  // The words themselves: should they change meanwhile, the new ones are not agreed to.
  const [agreedTo, setAgreedTo] = useState<string>();
  const agreed = agreedTo === link.consent;
  const [tried, setTried] = useState(false);
  const needed = link.consentNeeded;
  const jump = useMutation({
    mutationFn: () => api.call(jumpToSystem, { params: { caseId }, body: needed ? { consent: link.consent } : {} }),
    onSuccess: ({ url }) => { window.location.assign(url); },
    onError: () => { void client.invalidateQueries({ queryKey: [getCaseLink.id, caseId] }); },
  });
  const go = () => {
    setTried(true);
    if (!needed || agreed) jump.mutate();
  };
  return (
    <>
      {needed && link.consentedAt !== null && <p>{t.consentAgain(formatDateTime(link.consentedAt))}</p>}
      {needed
        ? <Checkbox checked={agreed} error={tried && !agreed ? t.needConsent : undefined} onChange={(checked) => { setAgreedTo(checked ? link.consent : undefined); }}>{t.agree}{link.consent}</Checkbox>
        : <p className="muted">{t.consented(formatDateTime(link.consentedAt ?? ''), disclosureLabels[link.disclosure ?? 'identity'])}</p>}
      {jump.isError && <ProblemNotice error={jump.error} />}
      <div className="tb-button-row tb-no-print">
        <Button variant={link.enteredAt === null ? 'primary' : 'secondary'} icon={<ExternalLink size={20} aria-hidden="true" />} busy={jump.isPending || jump.isSuccess} onClick={go}>{link.enteredAt === null ? t.enter(link.systemName) : t.again}</Button>
      </div>
    </>
  );
}

function Reports({ caseId, link: { reports } }: { caseId: string; link: CaseLink }) {
  return (
    <Timeline entries={reports.map(({ sequence, label, at, opinion, documents }) => ({
      key: String(sequence), title: label, time: formatDateTime(at), tone: 'info',
      detail: (
        <>
          {opinion !== null && <p className="muted">{opinion}</p>}
          {documents.map(({ id, name }) => <p key={id}>{t.files}：<a target="_blank" rel="noopener" href={plainApi.url(downloadCaseFile, { params: { caseId, fileId: id } })}>{name}</a></p>)}
        </>
      ),
    }))} />
  );
}
