import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { downloadNotice, getCase, type CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { Button } from 'antd';
import { useRef } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../shared/api.ts';
import { CopyText } from '../../shared/CopyText.tsx';
import { DeviceNote } from '../../shared/devices/DeviceNote.tsx';
import { FileViewer } from '../../shared/files/FileViewer.tsx';
import { printFrame } from '../../shared/files/print-frame.ts';
import { PrimaryButton } from '../../shared/keyboard/PrimaryButton.tsx';
import { useShortcut } from '../../shared/keyboard/shortcuts.ts';
import { links } from '../../shared/links.ts';
import { Page } from '../../shared/page/Page.tsx';
import { PageState } from '../../shared/page/PageState.tsx';
import { AskReceipt } from '../../shared/receipts/AskReceipt.tsx';
import { text as receiptText } from '../../shared/receipts/text.ts';
import { unsigned, useReceipts } from '../../shared/receipts/use-receipts.ts';
import { SelfBuiltEntry } from '../../shared/self-built/SelfBuiltEntry.tsx';
import { text } from './text.ts';
import './registration.css';

const words = text.receipt;

/** A finished registration with its receipt to print, and the way to the next one. */
export function ReceiptPage() {
  const { caseId = '' } = useParams();
  const query = useQuery({ queryKey: [getCase.id, caseId], queryFn: () => api.call(getCase, { params: { caseId } }) });
  return <PageState query={query}>{(view) => <Receipt view={view} />}</PageState>;
}

function Receipt({ view }: { view: CaseView }) {
  const navigate = useNavigate();
  const frame = useRef<HTMLIFrameElement>(null);
  const print = () => printFrame(frame.current);
  const receipts = useReceipts(view);
  const notice = view.notices.find(({ kind }) => kind === 'application-receipt') ?? view.notices[0];
  useShortcut({ keys: ['Alt+P'], label: words.print, scope: 'here', whileTyping: true }, notice ? print : undefined);
  return (
    <Page
      fill
      title={words.title}
      aside={<CopyText value={view.number} />}
      actions={
        <>
          {notice ? <Button icon={<PrinterOutlined />} onClick={print}>{words.print} <kbd>Alt+P</kbd></Button> : null}
          {receipts ? <AskReceipt view={receipts} /> : null}
          <Link to={links.case(view.id)}>
            <Button>{view.abilities.accept ? words.accept : words.open}</Button>
          </Link>
          <PrimaryButton
            onPress={() => {
              void navigate(links.registration());
            }}
          >
            {words.next} <kbd>Alt+S</kbd>
          </PrimaryButton>
        </>
      }
      bar={
        <p className="muted">
          {view.applicant.name}　{view.itemName}　{receipts && unsigned(receipts).length === 0 ? receiptText.all : words.hint}　<DeviceNote kind="printer" />
        </p>
      }
    >
      <SelfBuiltEntry caseId={view.id} version={view.version} />
      <div className="frame receipt">
        {notice ? (
          <FileViewer
            fileKey={`notice/${notice.id}`}
            name={notice.title}
            frame={frame}
            load={() => api.download(downloadNotice, { params: { caseId: view.id, noticeId: notice.id } })}
          />
        ) : null}
      </div>
    </Page>
  );
}
