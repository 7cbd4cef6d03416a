import { useQueryClient } from '@tanstack/react-query';
import { getDispatchOverview, getDispatchRecord, listDispatchRecords, listDispatchRuleSets } from '@tongban/server/src/modules/dispatch/contract.ts';
import { useCallback } from 'react';

/** Reads again whatever of dispatching is shown, after something in it changed. */
export function useRefresh(): () => void {
  const client = useQueryClient();
  return useCallback(() => {
    for (const { id } of [listDispatchRuleSets, listDispatchRecords, getDispatchRecord, getDispatchOverview]) void client.invalidateQueries({ queryKey: [id] });
  }, [client]);
}
