import { useQuery } from '@tanstack/react-query';
import { previewMessage } from '@tongban/server/src/modules/cases/contract.ts';
import { fillMessage, measureSms, samplesOf, type MessageDefinition, type TemplateScope, type TemplateVersion } from '@tongban/server/src/modules/templates/contract.ts';
import { useState } from 'react';
import { api, problemOf } from '../../../shared/api.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useDebounced } from '../../../shared/use-debounced.ts';
import { text } from '../text.ts';
import { CasePicker } from './CasePicker.tsx';

const words = text.preview;

interface MessagePreviewProps { content: MessageDefinition; words: TemplateVersion['words']; itemId: string | null; itemName: string | undefined; applicantKind: TemplateScope['applicantKind']; blocked: boolean }

/** The message as its reader gets it, filled with samples at once, or with a case by the server. */
export function MessagePreview({ content, words: known, itemId, itemName, applicantKind, blocked }: MessagePreviewProps) {
  const [caseId, setCaseId] = useState<string>();
  const settled = useDebounced(content, 500);
  const ofCase = useQuery({
    queryKey: [previewMessage.id, caseId, settled], enabled: caseId !== undefined && !blocked && settled === content, retry: false, gcTime: 0, staleTime: Infinity, refetchOnWindowFocus: false,
    placeholderData: (before) => before, queryFn: () => api.call(previewMessage, { params: { caseId: caseId ?? '' }, body: { content: settled } }),
  });
  const sample = fillMessage(content, { ...samplesOf(known?.fields ?? []), ...(itemName === undefined ? {} : { itemName }) });
  const shown = caseId === undefined ? sample : ofCase.data;
  const aboutCases = known?.fields.some(({ group }) => group === '办件') ?? false;
  return (
    <div className="template-preview">
      {aboutCases ? <CasePicker kind={content.code} itemId={itemId} applicantKind={applicantKind} caseId={caseId} onChoose={setCaseId} /> : null}
      {caseId === undefined ? null : <p className="faint small">{words.caseLead}</p>}
      {blocked ? <p className="muted small" role="status">{words.stale}</p> : null}
      {ofCase.error && !blocked && caseId !== undefined ? <ProblemAlert problem={problemOf(ofCase.error)} onRetry={() => { void ofCase.refetch(); }} /> : null}
      {shown === undefined ? null : <Shown {...shown} stale={caseId !== undefined && ofCase.isFetching} />}
    </div>
  );
}

function Shown({ title, body, sms, stale }: { title: string; body: string; sms: string | null; stale: boolean }) {
  const size = measureSms(sms ?? '');
  return (
    <div className={stale ? 'message-preview is-stale' : 'message-preview'} aria-live="polite">
      <section aria-label={words.inSite}>
        <p className="faint small">{words.inSite}</p>
        <div className="message-preview__card"><p className="list__strong">{title}</p><p>{body}</p></div>
      </section>
      <section aria-label={words.sms}>
        <p className="faint small">{sms === null ? words.noSms : words.smsSize(size.length, size.parts)}</p>
        {sms === null ? null : <p className="message-preview__sms">{sms}</p>}
      </section>
    </div>
  );
}
