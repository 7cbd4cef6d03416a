import { useQueryClient } from '@tanstack/react-query';
import type { BodyOf, Problem } from '@tongban/contract-kit';
import { findCounterApplicant, setDraftAgent, type Draft, type PrefillAnswer } from '@tongban/server/src/modules/intake/contract.ts';
import { useState } from 'react';
import { api, problemOf } from '../../../shared/api.ts';
import type { RegistrationKeeper } from '../draft/registration-keeper.ts';

export type TypedAgent = NonNullable<BodyOf<typeof setDraftAgent>['agent']>;

/** Who stands at the counter for the applicant of a registration, and saying so; the contact that was filled in follows (INT-02). */
export function useAgent(draft: Draft, keeper: RegistrationKeeper, takePrefill: (answer: PrefillAnswer) => void) {
  const client = useQueryClient();
  const [agent, setAgent] = useState(draft.agent);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  /** True once it is registered. */
  async function set(typed: TypedAgent | null): Promise<boolean> {
    if (busy) return false;
    setBusy(true);
    setProblem(undefined);
    try {
      const answer = await keeper.fillIn((revision) => api.call(setDraftAgent, { params: { draftId: draft.id }, body: { revision, agent: typed } }));
      if (answer) {
        setAgent(answer.agent);
        takePrefill(answer);
      }
      // Whoever was new is known from now on.
      client.removeQueries({ queryKey: [findCounterApplicant.id] });
      return answer !== undefined;
    } catch (error) {
      setProblem(problemOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { agent, allowed: draft.agentAllowed, company: draft.applicant.kind === 'company', busy, problem, set, clear: () => setProblem(undefined) };
}

export type AgentHandle = ReturnType<typeof useAgent>;
