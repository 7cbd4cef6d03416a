import { useQueryClient } from '@tanstack/react-query';
import { getBundle, getBundleParts, getBundleVersion, listBundleCatalogue, previewBundle } from '@tongban/server/src/modules/bundles/contract.ts';
import { useCallback } from 'react';

/** Reads again whatever of bundles is shown, after something in them changed. */
export function useRefresh(): () => void {
  const client = useQueryClient();
  return useCallback(() => {
    for (const { id } of [listBundleCatalogue, getBundle, getBundleVersion, getBundleParts, previewBundle]) void client.invalidateQueries({ queryKey: [id] });
  }, [client]);
}
