import { useQuery } from '@tanstack/react-query';
import { previewNotice } from '@tongban/server/src/modules/cases/contract.ts';
import { previewTemplate, type DocumentDefinition, type TemplateScope } from '@tongban/server/src/modules/templates/contract.ts';
import { Button, Spin } from 'antd';
import { useState } from 'react';
import { api, problemOf } from '../../../shared/api.ts';
import { useAddress } from '../../../shared/files/use-address.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { PurposeDialog } from '../../../shared/PurposeDialog.tsx';
import { useHolds } from '../../../shared/session/session.ts';
import { useDebounced } from '../../../shared/use-debounced.ts';
import { text } from '../text.ts';
import { CasePicker } from './CasePicker.tsx';

const words = text.preview;

interface PreviewPanelProps { content: DocumentDefinition; itemId: string | null; applicantKind: TemplateScope['applicantKind']; blocked: boolean }

/** The document as the real renderer makes it, from sample data or from a case; it follows what is written after a moment. */
export function PreviewPanel({ content, itemId, applicantKind, blocked }: PreviewPanelProps) {
  const mayReadFull = useHolds('cases.case.read-full');
  const [caseId, setCaseId] = useState<string>();
  const [purpose, setPurpose] = useState<string>();
  const [asking, setAsking] = useState(false);
  const settled = useDebounced(content, 700);
  const document = useQuery({
    queryKey: ['document-template-preview', settled, caseId, purpose, itemId], enabled: !blocked && settled === content, gcTime: 0, staleTime: Infinity, retry: false, refetchOnWindowFocus: false, structuralSharing: false,
    placeholderData: (before: Blob | undefined) => before,
    queryFn: () => (caseId === undefined ? api.download(previewTemplate, { body: { content: settled, itemId } }) : api.download(previewNotice, { params: { caseId }, body: { content: settled, ...(purpose === undefined ? {} : { purpose }) } })),
  });
  const url = useAddress(document.data);
  return (
    <div className="template-preview">
      <CasePicker
        kind={content.code} itemId={itemId} applicantKind={applicantKind} caseId={caseId} onChoose={(next) => { setCaseId(next); setPurpose(undefined); }}
        beside={caseId !== undefined && mayReadFull && purpose === undefined ? <Button onClick={() => setAsking(true)}>{words.full}</Button> : null}
      />
      {caseId !== undefined && purpose === undefined ? <p className="faint small">{words.fullLead}</p> : null}
      {blocked ? <p className="muted small" role="status">{words.stale}</p> : null}
      {document.error && !blocked ? <ProblemAlert problem={problemOf(document.error)} onRetry={() => { void document.refetch(); }} /> : null}
      {url === undefined ? (document.isFetching ? <div className="template-preview__wait"><Spin description={words.loading} /></div> : null)
        : <iframe className={document.isFetching ? 'template-preview__frame is-stale' : 'template-preview__frame'} src={`${url}#view=FitH&navpanes=0&toolbar=0`} title={words.frame} />}
      {url === undefined ? null : <a className="small" href={url} target="_blank" rel="noreferrer">{words.open}</a>}
      <PurposeDialog open={asking} onClose={() => setAsking(false)} onConfirm={(given) => { setPurpose(given); setAsking(false); }} />
    </div>
  );
}
