import type { Problem } from '@tongban/contract-kit';
import { agreeToPrefill, withdrawPrefillConsent, type Draft, type PrefillAnswer, type windowConsentWays } from '@tongban/server/src/modules/intake/contract.ts';
import { useState } from 'react';
import { api, problemOf } from '../../../shared/api.ts';
import type { RegistrationKeeper } from './registration-keeper.ts';

export type WindowWay = (typeof windowConsentWays)[number];

/** What was filled in from where, and the reading of further sources once the person at the counter agreed (FRM-02). */
export function usePrefill(draft: Draft, keeper: RegistrationKeeper) {
  const [known, setKnown] = useState<Pick<Draft, 'prefilled' | 'prefill'>>({ prefilled: draft.prefilled, prefill: draft.prefill });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  const take = ({ prefilled, prefill }: PrefillAnswer): void => setKnown({ prefilled, prefill });
  async function run(ask: (revision: number) => Promise<PrefillAnswer>): Promise<void> {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const answer = await keeper.fillIn(ask);
      if (answer) take(answer);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }
  const params = { draftId: draft.id };
  return {
    ...known, busy, problem, take,
    answer: (sources: readonly string[], window: { way: WindowWay; at: string }) => run((revision) => api.call(agreeToPrefill, { params, body: { revision, sources: [...sources], window } })),
    withdraw: () => run((revision) => api.call(withdrawPrefillConsent, { params, body: { revision } })),
  };
}

export type PrefillHandle = ReturnType<typeof usePrefill>;
