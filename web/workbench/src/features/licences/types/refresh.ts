import type { QueryClient } from '@tanstack/react-query';
import { listLicenceTypes } from '@tongban/server/src/modules/licences/contract.ts';
import { listLicenceTypes as listMappedTypes } from '@tongban/server/src/modules/materials/contract.ts';

/** What shows the catalogue is read anew: its list, and the choices of items and materials. */
export function refreshTypes(client: QueryClient): void {
  for (const { id } of [listLicenceTypes, listMappedTypes]) void client.invalidateQueries({ queryKey: [id] });
}
