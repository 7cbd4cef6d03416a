import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { ItemGuide } from '@tongban/server/src/modules/catalog/contract.ts';
import { getPublishedVersion } from '@tongban/server/src/modules/catalog/contract.ts';
import { getCase, getCaseApplication, type CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { countInbox, listInbox } from '@tongban/server/src/kernel/workflow/contract.ts';
import { getWorkSummary } from '@tongban/server/src/modules/handling/contract.ts';
import { getReviewSamples, type ReviewSamples } from '@tongban/server/src/modules/materials/contract.ts';
import { listCases } from '@tongban/server/src/modules/cases/contract.ts';
import { getStepWork, type StepWork } from '@tongban/server/src/modules/cases/steps.contract.ts';
import { api } from '../../shared/api.ts';

export type Guide = ItemGuide;

const keyOf = (caseId: string) => [getCase.id, caseId];

/** A licence is made a moment after the decision; whoever is to deliver it waits for it. */
function awaitsLicence({ tasks, abilities }: CaseView): boolean {
  return !abilities.deliver && tasks.some(({ mine, step }) => mine && step === 'delivery');
}

/**
 * The case as it stands now; looked at again every half minute, so that another officer's step shows, and every two seconds
 * while its licence is being made.
 */
export function useCase(caseId: string): UseQueryResult<CaseView> {
  return useQuery({
    queryKey: keyOf(caseId), queryFn: () => api.call(getCase, { params: { caseId } }),
    refetchInterval: ({ state: { data } }) => (data && awaitsLicence(data) ? 2_000 : 30_000),
  });
}

/** The pinned version of the item's guide: review points, special procedures, remedies. */
export function useGuide(versionId: string | undefined): Guide | undefined {
  return useQuery({
    queryKey: [getPublishedVersion.id, versionId], enabled: versionId !== undefined, staleTime: Infinity,
    queryFn: () => api.call(getPublishedVersion, { params: { versionId: versionId ?? '' } }),
  }).data;
}

/** Samples that show what is right and wrong with the materials of this version, by material. */
export function useReviewSamples(versionId: string | undefined): (materialKey: string) => ReviewSamples | undefined {
  const { data } = useQuery({
    queryKey: [getReviewSamples.id, versionId], enabled: versionId !== undefined, staleTime: 600_000,
    queryFn: () => api.call(getReviewSamples, { params: { versionId: versionId ?? '' } }),
  });
  return (materialKey) => data?.materials.find(({ key }) => key === materialKey);
}

/** The application's form and answers; `purpose` asks for the whole content, which is recorded. */
export function useApplication(caseId: string, purpose: string | undefined, enabled = true) {
  return useQuery({
    queryKey: [getCaseApplication.id, caseId, purpose ?? ''], enabled, refetchOnWindowFocus: false, staleTime: 300_000,
    queryFn: () => api.call(getCaseApplication, { params: { caseId }, query: purpose ? { purpose } : {} }),
  });
}

/** Forms and rules of the steps; read anew with each version of the case, and when a form is saved. */
export function useStepWork(view: CaseView): StepWork | undefined {
  return useQuery({ queryKey: [getStepWork.id, view.id, view.version], placeholderData: (before) => before, queryFn: () => api.call(getStepWork, { params: { caseId: view.id } }) }).data;
}

/** Forgets what a step on the case has changed. */
export function useCaseRefresh(caseId: string): () => void {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: keyOf(caseId) });
    void client.invalidateQueries({ queryKey: [getCaseApplication.id, caseId] });
    for (const operation of [listInbox, countInbox, listCases, getWorkSummary]) void client.invalidateQueries({ queryKey: [operation.id] });
  };
}
