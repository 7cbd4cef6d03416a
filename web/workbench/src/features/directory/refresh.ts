import { useQueryClient } from '@tanstack/react-query';
import * as changes from '@tongban/server/src/modules/directory/change.contract.ts';
import * as claims from '@tongban/server/src/modules/directory/claim.contract.ts';
import * as entries from '@tongban/server/src/modules/directory/entry.contract.ts';
import { useCallback } from 'react';

const reads = [
  entries.listEntries, entries.getEntry, entries.listEntryImports, entries.getEntryImport, claims.listSlots, claims.listClaims, claims.getClaimRates, claims.listDuties,
  changes.listAdjustments, changes.getAdjustment, changes.listDifferences, changes.listFindings,
];

/** Reads again whatever of the directory is shown, after something in it changed. */
export function useRefresh(): () => void {
  const client = useQueryClient();
  return useCallback(() => {
    for (const { id } of reads) void client.invalidateQueries({ queryKey: [id] });
  }, [client]);
}
