import { useQuery } from '@tanstack/react-query';
import { Button, Card, DescriptionList } from '@tongban/ui';
import { CircleCheck, Download, Printer } from 'lucide-react';
import { useLocation, useParams } from 'react-router';
import { toString as toQrSvg } from 'qrcode';
import { downloadNotice, getCase, type CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { api, plainApi } from '../../shared/api.ts';
import { formatDate, formatDateTime } from '../../shared/format/dates.ts';
import { Answer } from '../../shared/layout/Answer.tsx';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { NotMine } from '../../shared/session/NotMine.tsx';
import { RequireAccount } from '../../shared/session/RequireAccount.tsx';
import { AutomationNotice } from './AutomationNotice.tsx';
import { CaseMessages } from './CaseMessages.tsx';
import { SelfBuiltCard } from './SelfBuiltCard.tsx';
import { text } from './text.ts';
import './progress.css';

const t = text.receipt;

/** What the submission answered besides the case itself; gone after a reload, when the case page says it better. */
function nextStepsOf(state: unknown): string[] {
  if (typeof state !== 'object' || state === null || !('nextSteps' in state) || !Array.isArray(state.nextSteps)) return [];
  return state.nextSteps.filter((step) => typeof step === 'string');
}

function TrackQr({ number }: { number: string }) {
  const address = new URL(links.progress(number), window.location.origin).href;
  const svg = useQuery({ queryKey: ['qr', address], queryFn: () => toQrSvg(address, { type: 'svg', margin: 0 }), staleTime: Infinity });
  return (
    <figure className="receipt__qr">
      {svg.data && <img src={`data:image/svg+xml,${encodeURIComponent(svg.data)}`} alt={t.qrAlt} width={132} height={132} />}
      <figcaption>{t.qr}</figcaption>
    </figure>
  );
}

function Receipt({ one, steps }: { one: CaseView; steps: readonly string[] }) {
  const notice = one.notices.find((each) => each.kind.includes('receipt')) ?? one.notices[0];
  return (
    <div className="stack">
      {one.outcome && <CaseMessages one={one} />}
      <AutomationNotice one={one} />
      <SelfBuiltCard one={one} />
      <Card className="receipt">
        <div className="receipt__head">
          <CircleCheck size={52} aria-hidden="true" />
          <div>
            <p className="receipt__done">{t.done}</p>
            <p>{t.number}</p>
            <p className="receipt__number">{one.number}</p>
          </div>
          <TrackQr number={one.number} />
        </div>
        <DescriptionList entries={[
          { term: t.item, value: one.itemName },
          { term: t.applicant, value: one.applicantName },
          { term: t.submittedAt, value: formatDateTime(one.submittedAt) },
          { term: t.organization, value: one.organizationName },
        ]} />
      </Card>
      {one.status === 'closed' ? null : <Card title={t.next}>
        <ol>
          {steps.length === 0 && one.acceptanceDueOn && one.status === 'submitted' && <li>{t.acceptBy(formatDate(one.acceptanceDueOn))}</li>}
          {steps.map((step) => <li key={step}>{step}</li>)}
          <li>{t.promise(one.clock.promisedDays)}</li>
          {steps.length === 0 && <li>{t.keep}</li>}
        </ol>
      </Card>}
      <div className="tb-button-row tb-no-print">
        <ButtonLink variant="primary" size="large" to={links.case(one.id)}>{t.progress}</ButtonLink>
        {notice && (
          <a className="tb-button tb-button--secondary tb-button--large" target="_blank" rel="noopener" href={plainApi.url(downloadNotice, { params: { caseId: one.id, noticeId: notice.id } })}>
            <Download size={20} aria-hidden="true" />{t.download}
          </a>
        )}
        <Button variant="quiet" icon={<Printer size={20} aria-hidden="true" />} onClick={() => window.print()}>{t.print}</Button>
      </div>
    </div>
  );
}

function LoadedReceipt({ caseId }: { caseId: string }) {
  const { state } = useLocation();
  const found = useQuery({ queryKey: ['cases.get-case', caseId], queryFn: () => api.call(getCase, { params: { caseId } }) });
  return <Answer query={found} lines={8} missing={<NotMine error={found.error} />}>{(one) => <Receipt one={one} steps={nextStepsOf(state)} />}</Answer>;
}

/** The receipt of a submitted application: number, QR code, PDF, dates, what comes next. */
export function ReceiptPage() {
  const { caseId = '' } = useParams();
  return <RequireAccount>{() => <Page title={t.title} narrow><LoadedReceipt caseId={caseId} /></Page>}</RequireAccount>;
}
