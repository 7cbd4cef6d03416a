import { useQueryClient } from '@tanstack/react-query';
import { getRuleSet, getVersion, listRuleSets } from '@tongban/server/src/kernel/rules/contract.ts';
import { useCallback } from 'react';

/** Reads again whatever of rules is shown, after something in them changed. */
export function useRefresh(): () => void {
  const client = useQueryClient();
  return useCallback(() => {
    for (const { id } of [listRuleSets, getRuleSet, getVersion]) void client.invalidateQueries({ queryKey: [id] });
  }, [client]);
}
