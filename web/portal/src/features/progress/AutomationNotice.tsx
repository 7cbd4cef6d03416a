import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ResponseOf } from '@tongban/contract-kit';
import { Button, Dialog, Notice, Spinner, TextArea, useToast } from '@tongban/ui';
import { useEffect, useState } from 'react';
import type { CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { getMyAutomation, requestReview } from '@tongban/server/src/modules/decisioning/contract.ts';
import { api } from '../../shared/api.ts';
import { formatDate } from '../../shared/format/dates.ts';
import { ProblemNotice } from '../../shared/layout/Answer.tsx';
import { text } from './text.ts';

const t = text.automation;

/** That the platform is deciding or has decided the case by itself, and how to ask for a person (design invariant 8). */
export function AutomationNotice({ one }: { one: CaseView }) {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const key = ['decisioning.my-automation', one.id];
  const found = useQuery({
    queryKey: key, staleTime: 5_000, queryFn: () => api.call(getMyAutomation, { params: { caseId: one.id } }),
    refetchInterval: ({ state: { data } }) => (data?.working ? 1_500 : false),
  });
  const working = found.data?.working ?? false;
  const at = found.dataUpdatedAt;
  // The case moves on while the platform works on it.
  useEffect(() => {
    if (found.data?.automatic && one.status !== 'closed') void client.invalidateQueries({ queryKey: ['cases.get-case', one.id] });
  }, [at, found.data?.automatic, client, one.id, one.status]);
  if (!found.data?.automatic) return null;
  if (working) return <Notice live title={t.working}><Spinner label={t.workingLead} /></Notice>;
  const { mayRequest } = found.data;
  return (
    <Notice title={t.decided} actions={mayRequest && <Button onClick={() => setAsking(true)}>{t.ask}</Button>}>
      <p>{leadOf(found.data)}</p>
      <RequestDialog one={one} open={asking} onClose={() => setAsking(false)} onDone={() => { setAsking(false); void client.invalidateQueries({ queryKey: key }); }} />
    </Notice>
  );
}

/** What the applicant may still do about the decision, or what has become of it. */
function leadOf({ mayRequest, revoked, review }: ResponseOf<typeof getMyAutomation>): string {
  if (review?.state === 'open') return t.reviewing[review.source ?? 'sample'](review.dueOn === null ? '近期' : `${formatDate(review.dueOn)}前`);
  if (revoked) return review?.state === 'overturned' ? t.overturned : t.revoked;
  if (review?.state === 'agreed') return t.agreed;
  return mayRequest ? t.decidedLead : t.final;
}

function RequestDialog({ one, open, onClose, onDone }: { one: CaseView; open: boolean; onClose: () => void; onDone: () => void }) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const toast = useToast();
  const ask = useMutation({
    mutationFn: () => api.call(requestReview, { params: { caseId: one.id }, body: { reason: reason.trim() } }, { idempotencyKey: `review-${one.id}` }),
    onSuccess: ({ dueOn }) => { toast(t.asked(formatDate(dueOn))); onDone(); },
  });
  const fault = reason.trim().length < 5 ? t.needReason : undefined;
  return (
    <Dialog
      open={open} title={t.ask} onClose={onClose}
      footer={(
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button variant="primary" busy={ask.isPending} onClick={() => { setTried(true); if (!fault) ask.mutate(); }}>{t.send}</Button>
        </>
      )}
    >
      <div className="stack stack--tight">
        {ask.isError && <ProblemNotice error={ask.error} />}
        <p>{t.askLead}</p>
        <TextArea label={t.reason} value={reason} maxLength={500} error={tried ? fault : undefined} onChange={(event) => setReason(event.target.value)} />
      </div>
    </Dialog>
  );
}
