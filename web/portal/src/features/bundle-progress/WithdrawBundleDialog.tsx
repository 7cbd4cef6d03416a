import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createKey } from '@tongban/api-client';
import { Button, CheckboxGroup, Dialog, TextArea, useToast } from '@tongban/ui';
import { useRef, useState } from 'react';
import { getBundleApplication, withdrawBundle, type BundleApplicationView } from '@tongban/server/src/modules/bundle-applications/contract.ts';
import { api } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/layout/Answer.tsx';
import { text } from './text.ts';

const t = text.withdraw;

/** Asks which items and why, and takes them back; all are chosen at first. */
export function WithdrawBundleDialog({ one, onClose }: { one: BundleApplicationView; onClose: () => void }) {
  const possible = one.children.filter(({ withdrawable }) => withdrawable);
  const [keys, setKeys] = useState(possible.map(({ key }) => key));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const attempt = useRef(createKey());
  const client = useQueryClient();
  const toast = useToast();
  const withdraw = useMutation({
    mutationFn: () => api.call(withdrawBundle, { params: { applicationId: one.id }, body: { reason: reason.trim(), keys } }, { idempotencyKey: attempt.current }),
    onSuccess: async (next) => {
      toast(t.done);
      client.setQueryData([getBundleApplication.id, one.id], next);
      onClose();
      await client.invalidateQueries({ predicate: (query) => /^(cases|bundle-applications)\./.test(String(query.queryKey[0])) });
    },
    onError: () => { attempt.current = createKey(); },
  });
  const faults = { keys: keys.length === 0 ? t.needOne : undefined, reason: reason.trim().length < 2 ? t.needReason : undefined };
  return (
    <Dialog
      open title={t.title} onClose={onClose}
      footer={(
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button variant="danger" busy={withdraw.isPending} onClick={() => { setTried(true); if (!faults.keys && !faults.reason) withdraw.mutate(); }}>{t.confirm}</Button>
        </>
      )}
    >
      <div className="stack stack--tight">
        {withdraw.isError && <ProblemNotice error={withdraw.error} />}
        <p>{t.lead}</p>
        <CheckboxGroup label={t.which} value={keys} onChange={setKeys} error={tried ? faults.keys : undefined} options={possible.map(({ key, itemName, label }) => ({ value: key, label: itemName, hint: label }))} />
        <TextArea label={t.reason} value={reason} maxLength={500} error={tried ? faults.reason : undefined} onChange={(event) => setReason(event.target.value)} />
      </div>
    </Dialog>
  );
}
