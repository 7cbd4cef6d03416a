import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { getCaseReadings, type CaseReadings, type FileReading } from '@tongban/server/src/modules/recognition/contract.ts';
import { api } from '../../../shared/api.ts';

const isRunning = ({ state }: FileReading): boolean => state === 'waiting' || state === 'reading';

/** What was read of the case's materials; looked at again every few seconds while some are still being read. */
export function useCaseReadings(view: CaseView, purpose: string | undefined, enabled = true) {
  const client = useQueryClient();
  const key = [getCaseReadings.id, view.id, view.version, purpose ?? ''];
  const query = useQuery({
    queryKey: key, enabled, refetchOnWindowFocus: false, staleTime: 60_000, placeholderData: (before: CaseReadings | undefined) => before,
    queryFn: () => api.call(getCaseReadings, { params: { caseId: view.id }, query: purpose === undefined ? {} : { purpose } }),
    refetchInterval: ({ state: { data } }) => (data?.files.some(isRunning) ? 5_000 : false),
  });
  return { readings: query.data, refresh: () => { void client.invalidateQueries({ queryKey: [getCaseReadings.id, view.id] }); } };
}
