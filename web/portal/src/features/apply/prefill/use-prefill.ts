import type { Problem } from '@tongban/contract-kit';
import { useState } from 'react';
import { agreeToPrefill, withdrawPrefillConsent, type Draft, type PrefillAnswer } from '@tongban/server/src/modules/intake/contract.ts';
import { api, problemOf } from '../../../shared/api.ts';
import type { DraftHandle } from '../draft/useDraft.ts';

/** What was filled in from where, and the asking for further sources: by consent, for this draft alone (FRM-02). */
export function usePrefill(draft: Draft, handle: DraftHandle) {
  const [known, setKnown] = useState<Pick<Draft, 'prefilled' | 'prefill'>>({ prefilled: draft.prefilled, prefill: draft.prefill });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function run(ask: (revision: number) => Promise<PrefillAnswer>): Promise<void> {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await handle.exchange(async (revision) => {
        const answer = await ask(revision);
        setKnown({ prefilled: answer.prefilled, prefill: answer.prefill });
        return answer;
      });
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }
  const params = { draftId: draft.id };
  return {
    ...known, busy, problem,
    /** Without sources it is a no, which is remembered too. */
    answer: (sources: readonly string[]) => run((revision) => api.call(agreeToPrefill, { params, body: { revision, sources: [...sources] } })),
    withdraw: () => run((revision) => api.call(withdrawPrefillConsent, { params, body: { revision } })),
  };
}

export type PrefillHandle = ReturnType<typeof usePrefill>;
