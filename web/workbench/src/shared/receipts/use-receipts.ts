import { useQuery } from '@tanstack/react-query';
import { getReceipts, type ReceiptsView } from '@tongban/server/src/modules/collection/contract.ts';
import { api } from '../api.ts';
import { useHolds } from '../session/session.ts';

export const receiptsKey = (caseId: string): readonly string[] => [getReceipts.id, caseId];

type Paper = ReceiptsView['papers'][number];

/** The papers of a case and who signed for them; read anew with every version of the case. */
export function useReceipts({ id, version }: { id: string; version: number }): ReceiptsView | undefined {
  const sees = useHolds('cases.case.view');
  return useQuery({ queryKey: [...receiptsKey(id), version], enabled: sees, placeholderData: (before) => before, queryFn: () => api.call(getReceipts, { params: { caseId: id } }) }).data;
}

/** Papers that nobody has signed for. */
export function unsigned({ papers }: ReceiptsView): Paper[] {
  return papers.filter(({ receipts }) => !receipts.some(({ outcome }) => outcome === 'signed'));
}
