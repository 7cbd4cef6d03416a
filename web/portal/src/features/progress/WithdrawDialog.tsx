import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Dialog, TextArea, useToast } from '@tongban/ui';
import { useState } from 'react';
import type { CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { withdrawCase } from '@tongban/server/src/modules/intake/contract.ts';
import { api } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/layout/Answer.tsx';
import { text } from './text.ts';

const t = text.withdraw;

/** Asks why and withdraws the application. */
export function WithdrawDialog({ one, open, onClose }: { one: CaseView; open: boolean; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const client = useQueryClient();
  const toast = useToast();
  const withdraw = useMutation({
    mutationFn: () => api.call(withdrawCase, { params: { caseId: one.id }, body: { version: one.version, reason: reason.trim() } }, { idempotencyKey: `withdraw-${one.id}-${one.version}` }),
    onSuccess: async () => {
      toast(t.done);
      onClose();
      await client.invalidateQueries({ predicate: (query) => String(query.queryKey[0]).startsWith('cases.') });
    },
  });
  const fault = reason.trim().length < 2 ? t.needReason : undefined;
  return (
    <Dialog
      open={open} title={t.title} onClose={onClose}
      footer={(
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button variant="danger" busy={withdraw.isPending} onClick={() => { setTried(true); if (!fault) withdraw.mutate(); }}>{t.confirm}</Button>
        </>
      )}
    >
      <div className="stack stack--tight">
        {withdraw.isError && <ProblemNotice error={withdraw.error} />}
        <p>{t.lead}</p>
        <TextArea label={t.reason} hint={t.reasonHint} value={reason} maxLength={500} error={tried ? fault : undefined} onChange={(event) => setReason(event.target.value)} />
      </div>
    </Dialog>
  );
}
