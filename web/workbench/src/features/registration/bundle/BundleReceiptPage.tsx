import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getBundleApplication, type BundleApplicationView, type BundleReceipt } from '@tongban/server/src/modules/bundle-applications/contract.ts';
import { downloadNotice, getCase } from '@tongban/server/src/modules/cases/contract.ts';
import { Button } from 'antd';
import { useRef, useState, type Ref } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../../shared/api.ts';
import { CopyText } from '../../../shared/CopyText.tsx';
import { DeviceNote } from '../../../shared/devices/DeviceNote.tsx';
import { FileViewer } from '../../../shared/files/FileViewer.tsx';
import { printFrame } from '../../../shared/files/print-frame.ts';
import { formatDateTime } from '../../../shared/format/dates.ts';
import { PrimaryButton } from '../../../shared/keyboard/PrimaryButton.tsx';
import { useShortcut } from '../../../shared/keyboard/shortcuts.ts';
import { links } from '../../../shared/links.ts';
import { Facts, Page } from '../../../shared/page/Page.tsx';
import { PageState } from '../../../shared/page/PageState.tsx';
import { QrCode } from '../../../shared/QrCode.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { text } from '../text.ts';
import '../registration.css';

const words = text.bundle;

/** A bundle that was registered: one receipt for the whole and one for each case it was divided into, each to print. */
export function BundleReceiptPage() {
  const { applicationId = '' } = useParams();
  const query = useQuery({ queryKey: [getBundleApplication.id, applicationId], queryFn: () => api.call(getBundleApplication, { params: { applicationId } }) });
  return <PageState query={query}>{(view) => <Receipts view={view} />}</PageState>;
}

function Receipts({ view }: { view: BundleApplicationView }) {
  const { receipt } = view;
  const navigate = useNavigate();
  const frame = useRef<HTMLIFrameElement>(null);
  const [shown, setShown] = useState<string | null>(null);
  const print = () => {
    if (shown === null) window.print();
    else printFrame(frame.current);
  };
  useShortcut({ keys: ['Alt+P'], label: text.receipt.print, scope: 'here', whileTyping: true }, print);
  const cases = receipt.children.flatMap(({ itemName, caseId }) => (caseId === null ? [] : [{ itemName, caseId }]));
  return (
    <Page
      fill
      title={text.receipt.title}
      aside={<CopyText value={receipt.number} />}
      actions={
        <>
          <Button icon={<PrinterOutlined />} onClick={print}>{text.receipt.print} <kbd>Alt+P</kbd></Button>
          <Link to={links.bundleCase(view.id)}><Button>{words.open}</Button></Link>
          <PrimaryButton onPress={() => { void navigate(links.registration()); }}>{text.receipt.next} <kbd>Alt+S</kbd></PrimaryButton>
        </>
      }
      bar={<p className="muted">{receipt.applicantName}　{receipt.bundleName}　{text.receipt.hint}　<DeviceNote kind="printer" /></p>}
    >
      <div className="frame bundle-receipts">
        <nav className="bundle-receipts__list" aria-label={words.receipts}>
          <button type="button" aria-pressed={shown === null} onClick={() => setShown(null)}><strong>{words.whole}</strong><span className="number small">{receipt.number}</span></button>
          {receipt.children.map(({ itemName, caseId, caseNumber, after }) => (caseId === null
            ? <p key={itemName} className="muted"><span>{itemName}</span><span className="small">{words.waits(after.join('、'))}</span></p>
            : <button key={itemName} type="button" aria-pressed={shown === caseId} onClick={() => setShown(caseId)}><strong>{itemName}</strong><span className="number small">{caseNumber}</span></button>))}
        </nav>
        {shown === null ? <Whole receipt={receipt} /> : <OfCase key={shown} caseId={shown} frame={frame} name={cases.find(({ caseId }) => caseId === shown)?.itemName ?? ''} />}
      </div>
    </Page>
  );
}

/** The receipt of the whole, printed as it stands. */
function Whole({ receipt }: { receipt: BundleReceipt }) {
  return (
    <article className="bundle-receipt">
      <h2>{words.receiptOf(receipt.bundleName)}</h2>
      <Facts items={[
        { label: words.number, value: <span className="number">{receipt.number}</span> }, { label: text.applicant.title, value: receipt.applicantName },
        { label: words.submittedAt, value: formatDateTime(receipt.submittedAt) }, { label: words.leadLabel, value: receipt.leadName }, { label: text.item.promised, value: text.promise(receipt.promisedDays) },
      ]} />
      <h3>{words.dividedInto}</h3>
      <ol className="needed">
        {receipt.children.map(({ itemName, organizationName, caseNumber, after }) => <li key={itemName}><p>{itemName}</p><p className="muted small">{organizationName}　<span className="number">{caseNumber ?? words.waits(after.join('、'))}</span></p></li>)}
      </ol>
      <h3>{words.nextSteps}</h3>
      <ol className="needed">{receipt.nextSteps.map((step) => <li key={step}>{step}</li>)}</ol>
      <div className="bundle-receipt__track"><QrCode address={receipt.trackUrl} label={words.code} size={112} /><p className="small">{words.track}</p></div>
    </article>
  );
}

function OfCase({ caseId, name, frame }: { caseId: string; name: string; frame: Ref<HTMLIFrameElement> }) {
  const query = useQuery({ queryKey: [getCase.id, caseId], queryFn: () => api.call(getCase, { params: { caseId } }) });
  return (
    <div className="bundle-receipts__one">
      <QueryState query={query}>
        {({ notices }) => {
          const notice = notices.find(({ kind }) => kind === 'application-receipt');
          return notice ? <FileViewer fileKey={`notice/${notice.id}`} name={`${notice.title} ${name}`} frame={frame} load={() => api.download(downloadNotice, { params: { caseId, noticeId: notice.id } })} /> : <p className="muted">{words.noReceipt}</p>;
        }}
      </QueryState>
    </div>
  );
}
