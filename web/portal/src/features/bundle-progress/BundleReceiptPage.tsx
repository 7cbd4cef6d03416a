import { useQuery } from '@tanstack/react-query';
import { Button, Card, DescriptionList } from '@tongban/ui';
import { CircleCheck, Printer } from 'lucide-react';
import { useParams } from 'react-router';
import { getBundleApplication, type BundleReceipt } from '@tongban/server/src/modules/bundle-applications/contract.ts';
import { api } from '../../shared/api.ts';
import { formatDateTime } from '../../shared/format/dates.ts';
import { Answer } from '../../shared/layout/Answer.tsx';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { Page } from '../../shared/layout/Page.tsx';
import { Qr } from '../../shared/layout/Qr.tsx';
import { links } from '../../shared/links.ts';
import { NotMine } from '../../shared/session/NotMine.tsx';
import { RequireAccount } from '../../shared/session/RequireAccount.tsx';
import { text } from './text.ts';
import './bundle-progress.css';

const t = text.receipt;

function Receipt({ receipt }: { receipt: BundleReceipt }) {
  return (
    <div className="stack">
      <Card>
        <div className="bundle-progress-receipt">
          <CircleCheck size={52} aria-hidden="true" />
          <div>
            <p className="bundle-progress-receipt__done">{t.done}</p>
            <p>{t.number}</p>
            <p className="bundle-progress-receipt__number">{receipt.number}</p>
          </div>
          <figure className="bundle-progress-receipt__qr">
            <Qr address={new URL(links.bundleApplication(receipt.applicationId), window.location.origin).href} label={t.qrAlt} size={132} />
            <figcaption>{t.qr}</figcaption>
          </figure>
        </div>
        <DescriptionList entries={[
          { term: t.bundle, value: receipt.bundleName }, { term: text.applicant, value: receipt.applicantName },
          { term: text.submittedAt, value: formatDateTime(receipt.submittedAt) }, { term: text.lead, value: receipt.leadName },
        ]} />
      </Card>
      <Card title={t.items}>
        <ol className="bundle-progress-receipt__items">
          {receipt.children.map((child) => (
            <li key={child.itemName}>
              <b>{child.itemName}</b>
              <span className="muted">{child.organizationName}，{child.caseNumber ?? t.waits(child.after)}</span>
            </li>
          ))}
        </ol>
      </Card>
      <Card title={t.next}><ol>{receipt.nextSteps.map((step) => <li key={step}>{step}</li>)}<li>{t.promise(receipt.promisedDays)}</li></ol></Card>
      <div className="tb-button-row tb-no-print">
        <ButtonLink variant="primary" size="large" to={links.bundleApplication(receipt.applicationId)}>{t.progress}</ButtonLink>
        <Button variant="quiet" icon={<Printer size={20} aria-hidden="true" />} onClick={() => window.print()}>{text.print}</Button>
      </div>
    </div>
  );
}

function Loaded({ applicationId }: { applicationId: string }) {
  const found = useQuery({ queryKey: [getBundleApplication.id, applicationId], queryFn: () => api.call(getBundleApplication, { params: { applicationId } }) });
  return <Answer query={found} lines={8} missing={<NotMine error={found.error} />}>{({ receipt }) => <Receipt receipt={receipt} />}</Answer>;
}

/** The receipt of a bundle: its number and QR code, what it was divided into, what comes next. */
export function BundleReceiptPage() {
  const { applicationId = '' } = useParams();
  return <RequireAccount>{() => <Page title={t.title} narrow><Loaded applicationId={applicationId} /></Page>}</RequireAccount>;
}
