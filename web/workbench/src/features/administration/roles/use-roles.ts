import { useQuery } from '@tanstack/react-query';
import { listPermissions, listRoles } from '@tongban/server/src/kernel/access/contract.ts';
import { api } from '../../../shared/api.ts';

/** Every role with its permissions. */
export function useRoles() {
  return useQuery({ queryKey: [listRoles.id], queryFn: async ({ signal }) => (await api.call(listRoles, {}, { signal })).items });
}

/** Every permission of the platform. */
export function usePermissions() {
  return useQuery({ queryKey: [listPermissions.id], queryFn: async ({ signal }) => (await api.call(listPermissions, {}, { signal })).items, staleTime: Infinity });
}
