import { ExportOutlined, ReloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { downloadCaseFile } from '@tongban/server/src/modules/cases/contract.ts';
import { disclosureLabels, getCaseLink, jumpToSystem, type CaseLink } from '@tongban/server/src/modules/self-built/contract.ts';
import { Button, Checkbox, Tooltip } from 'antd';
import { useState } from 'react';
import { api } from '../api.ts';
import { Tag, type Tone } from '../case/tags.tsx';
import { Lack } from '../form/Lack.tsx';
import { useMissing } from '../form/use-missing.ts';
import { formatMoment } from '../format/dates.ts';
import { ProblemAlert } from '../problem/ProblemAlert.tsx';
import { useAction } from '../use-action.ts';
import { text } from './text.ts';
import './self-built.css';

const tones: Readonly<Record<CaseLink['state'], Tone>> = {
  'registered': 'todo', 'entered': 'neutral', 'supplementing': 'warning', 'accepted': 'neutral', 'in-progress': 'neutral', 'decided': 'neutral', 'delivered': 'done', 'ended': 'neutral',
};

/** The system in which a case is handled: the way there with the applicant's consent, and what it reported; nothing for a case handled here (INT-04). */
export function SelfBuiltEntry({ caseId, version }: { caseId: string; version: number }) {
  const query = useQuery({ queryKey: [getCaseLink.id, caseId, version], queryFn: () => api.call(getCaseLink, { params: { caseId } }), placeholderData: (before) => before });
  const link = query.data?.link;
  if (!link) return null;
  return (
    <section className="self-built" aria-label={text.title(link.systemName)}>
      <p className="self-built__head">
        <span className="self-built__title"><strong>{text.title(link.systemName)}</strong><Tag tone={tones[link.state]}>{link.stateLabel}</Tag></span>
        <Tooltip title={text.refresh}><Button type="text" size="small" icon={<ReloadOutlined />} aria-label={text.refresh} loading={query.isFetching} onClick={() => { void query.refetch(); }} /></Tooltip>
      </p>
      {link.downSince === null ? null : <p className="small self-built__down" role="status">{text.down(formatMoment(link.downSince))}</p>}
      {link.blocked === null ? null : <p className="small muted">{link.blocked}</p>}
      {link.mayJump ? <Jump caseId={caseId} link={link} onGone={() => { void query.refetch(); }} /> : null}
      {link.contentReadAt === null ? null : <p className="small muted">{text.read(formatMoment(link.contentReadAt))}</p>}
      <Reports caseId={caseId} link={link} />
    </section>
  );
}

function Jump({ caseId, link, onGone }: { caseId: string; link: CaseLink; onGone: () => void }) {
  // The words themselves: should they change meanwhile, the new ones are not agreed to.
  const [agreedTo, setAgreedTo] = useState<string>();
  const agreed = agreedTo === link.consent;
  const { run, busy, problem, clear } = useAction(jumpToSystem);
  const missing = useMissing({ 'self-built-consent': link.consentNeeded && !agreed && text.needConsent });
  const go = () => {
    if (!missing.check()) return;
    // Opened with the click itself: a window that is opened later is taken for an advertisement.
    const target = window.open('', '_blank');
    void run({ params: { caseId }, body: link.consentNeeded ? { consent: link.consent } : {} }, ({ url }) => {
      if (target) target.location.replace(url);
      else window.location.assign(url);
      onGone();
    }).then((gone) => {
      if (gone) return;
      target?.close();
      onGone();
    });
  };
  return (
    <>
      {link.consentNeeded ? (
        <div>
          {link.consentedAt === null ? null : <p className="small muted">{text.consentAgain(formatMoment(link.consentedAt))}</p>}
          <Checkbox id="self-built-consent" className="self-built__consent" checked={agreed} onChange={({ target }) => setAgreedTo(target.checked ? link.consent : undefined)}>{text.agree}{link.consent}</Checkbox>
          <Lack text={missing.of('self-built-consent')} />
        </div>
      ) : <p className="small muted">{text.consented(formatMoment(link.consentedAt ?? ''), disclosureLabels[link.disclosure ?? 'identity'])}</p>}
      <ProblemAlert problem={problem} onClose={clear} />
      <p><Button type={link.enteredAt === null ? 'primary' : 'default'} icon={<ExportOutlined />} loading={busy} onClick={go}>{link.enteredAt === null ? text.enter(link.systemName) : text.again}</Button></p>
    </>
  );
}

function Reports({ caseId, link: { reports } }: { caseId: string; link: CaseLink }) {
  const [latest] = reports;
  if (!latest) return <p className="small muted">{text.none}　{text.same}</p>;
  const documents = reports.flatMap((report) => report.documents);
  return (
    <>
      <p className="small">{text.latest}：<b>{latest.label}</b>　<span className="number muted">{formatMoment(latest.at)}</span>{latest.opinion === null ? null : <>　{latest.opinion}</>}</p>
      {documents.length > 0 ? (
        <p className="small">{text.files}：{documents.map(({ id, name }) => <a key={id} href={api.url(downloadCaseFile, { params: { caseId, fileId: id } })} target="_blank" rel="noopener">{name}</a>)}</p>
      ) : null}
    </>
  );
}
