import { useQuery } from '@tanstack/react-query';
import { listLicenceTypes } from '@tongban/server/src/modules/materials/contract.ts';
import { api } from '../api.ts';
import { useHolds } from '../session/session.ts';

/** Types of the licence catalogue, for a choice; none for those who may not read it. */
export function useLicenceTypes(): { value: string; label: string; name: string }[] {
  const enabled = useHolds('materials.material.view');
  const list = useQuery({ queryKey: [listLicenceTypes.id], staleTime: 300_000, enabled, queryFn: () => api.call(listLicenceTypes, {}) });
  return (list.data?.types ?? []).map(({ code, name }) => ({ value: code, label: `${name}（${code}）`, name }));
}
