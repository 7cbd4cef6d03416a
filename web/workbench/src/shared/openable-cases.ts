import { useQuery } from '@tanstack/react-query';
import { listOpenableCases } from '@tongban/server/src/modules/cases/openable.contract.ts';
import { api } from './api.ts';
import { useHolds } from './session/session.ts';

const none: ReadonlySet<string> = new Set();

/** Which of some cases the reader may open, asked once for all of them; undefined until the server has answered. */
export function useOpenableCases(caseIds: readonly string[]): ReadonlySet<string> | undefined {
  const seesCases = useHolds('cases.case.view');
  const asked = [...new Set(caseIds)].toSorted();
  const answer = useQuery({
    queryKey: [listOpenableCases.id, asked], enabled: seesCases && asked.length > 0,
    queryFn: async () => new Set((await api.call(listOpenableCases, { body: { caseIds: asked } })).caseIds),
  });
  if (!seesCases || asked.length === 0 || answer.isError) return none;
  return answer.data;
}
