import { useQueryClient } from '@tanstack/react-query';
import { getTemplate, getVersion, listTemplates } from '@tongban/server/src/modules/templates/contract.ts';
import { useCallback } from 'react';

/** Reads again whatever of templates is shown, after something in them changed. */
export function useRefresh(): () => void {
  const client = useQueryClient();
  return useCallback(() => {
    for (const { id } of [listTemplates, getTemplate, getVersion]) void client.invalidateQueries({ queryKey: [id] });
  }, [client]);
}
