import { useQueryClient } from '@tanstack/react-query';
import { actOnEnvelopes, getBatch, getEnvelope, listBatches, listEnvelopes, summariseEnvelopes, type Batch, type EnvelopeAct, type MaterialCheck } from '@tongban/server/src/modules/custody/contract.ts';
import { useState } from 'react';
import { useAction } from '../../shared/use-action.ts';

export type SignedEnvelope = Batch['envelopes'][number];

/** What the receiver has found of one material. */
export interface Found { check?: MaterialCheck; remark: string }

/** By material. */
export type Findings = Readonly<Record<string, Found>>;

/** Makes everything that shows paper read itself again. */
export function useCustodyRefresh(): () => void {
  const client = useQueryClient();
  return () => {
    for (const { id } of [getBatch, getEnvelope, listBatches, listEnvelopes, summariseEnvelopes]) void client.invalidateQueries({ queryKey: [id] });
  };
}

/** Whether every material of an envelope has been looked at, and what is wrong has been said. */
export function isChecked(envelope: SignedEnvelope, findings: Findings): boolean {
  return envelope.materials.every(({ id }) => {
    const found = findings[id];
    return found?.check !== undefined && (found.check === 'complete' || found.remark.trim() !== '');
  });
}

function actOf({ id, version, materials }: SignedEnvelope, findings: Findings, outcome: EnvelopeAct['outcome'], reason?: string): EnvelopeAct {
  const checks = materials.flatMap(({ id: materialId }) => {
    const { check, remark = '' } = findings[materialId] ?? {};
    // Who refuses need not have looked through everything; a half-made finding is left out.
    if (check === undefined || (outcome === 'refuse' && check !== 'complete' && remark.trim() === '')) return [];
    return [{ materialId, check, ...(remark.trim() === '' ? {} : { remark: remark.trim() }) }];
  });
  return { envelopeId: id, version, outcome, checks, ...(reason === undefined ? {} : { reason: reason.trim() }) };
}

/** What has been found so far of a batch's envelopes, and signing for them or refusing them. */
export function useSigning() {
  const [findings, setFindings] = useState<Findings>({});
  const { run, busy, problem, clear } = useAction(actOnEnvelopes);
  const refresh = useCustodyRefresh();
  const find = (materialId: string, change: Partial<Found>) => setFindings((before) => ({ ...before, [materialId]: { remark: '', ...before[materialId], ...change } }));
  const send = (envelopes: readonly SignedEnvelope[], outcome: EnvelopeAct['outcome'], done: () => void, reason?: string) =>
    run({ body: { outcomes: envelopes.map((one) => actOf(one, findings, outcome, reason)) } }, () => { refresh(); done(); });
  return { findings, find, send, busy, problem, clear, refresh };
}

export type Signing = ReturnType<typeof useSigning>;
