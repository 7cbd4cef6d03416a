import { downloadCaseFile, downloadNotice, type CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import type { CollectionView } from '@tongban/server/src/modules/collection/contract.ts';
import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../shared/api.ts';
import { FileViewer } from '../../shared/files/FileViewer.tsx';
import { printFrame } from '../../shared/files/print-frame.ts';
import { formatDateTime } from '../../shared/format/dates.ts';
import { PrimaryButton } from '../../shared/keyboard/PrimaryButton.tsx';
import { links } from '../../shared/links.ts';
import { Facts, Panel } from '../../shared/page/Page.tsx';
import { text } from './text.ts';

const words = text.collected;

/** Who collected the result, with the signature and the 送达回证 to print. */
export function Collected({ view, collected }: { view: CaseView; collected: NonNullable<CollectionView['collected']> }) {
  const navigate = useNavigate();
  const frame = useRef<HTMLIFrameElement>(null);
  const receipt = view.notices.findLast(({ kind }) => kind === 'delivery-receipt');
  return (
    <>
      <Panel title={words.title} extra={<PrimaryButton onPress={() => { void navigate(links.handOut()); }}>{words.next}</PrimaryButton>}>
        <Facts items={[
          { label: words.name, value: `${collected.name}（${collected.kindLabel}）` }, { label: words.document, value: <span className="number">{collected.documentMasked}</span> }, { label: words.by, value: collected.by },
          { label: words.at, value: formatDateTime(collected.at) },
          { label: words.signature, value: <img className="hand-out__signature" src={api.url(downloadCaseFile, { params: { caseId: view.id, fileId: collected.signatureFileId } })} alt={`${collected.name}的签名`} /> },
        ]} />
      </Panel>
      {receipt ? (
        <Panel title={words.receipt} flush extra={<Button icon={<PrinterOutlined />} onClick={() => printFrame(frame.current)}>{words.print}</Button>}>
          <div className="hand-out__receipt"><FileViewer fileKey={`notice/${receipt.id}`} name={receipt.title} frame={frame} load={() => api.download(downloadNotice, { params: { caseId: view.id, noticeId: receipt.id } })} /></div>
        </Panel>
      ) : null}
    </>
  );
}
