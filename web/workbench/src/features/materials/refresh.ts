import { useQueryClient } from '@tanstack/react-query';
import * as contract from '@tongban/server/src/modules/materials/contract.ts';
import { useCallback } from 'react';

const reads = [
  contract.listMaterials, contract.getMaterial, contract.listMaterialUses, contract.getMappingProgress, contract.listUnmapped, contract.listMappingUses,
  contract.listMergeGroups, contract.listMerges, contract.listSubstitutions, contract.listLicenceTypes,
];

/** Reads again whatever of the library is shown, after something in it changed. */
export function useRefresh(): () => void {
  const client = useQueryClient();
  return useCallback(() => {
    for (const { id } of reads) void client.invalidateQueries({ queryKey: [id] });
  }, [client]);
}
