import { useQuery } from '@tanstack/react-query';
import { listOrganizations } from '@tongban/server/src/kernel/organization/contract.ts';
import { api } from './api.ts';

/** Regions that have a government of their own, for a choice. */
export function useGovernedRegions(): { value: string; label: string }[] {
  const organizations = useQuery({ queryKey: [listOrganizations.id, 'picker'], staleTime: 300_000, queryFn: () => api.call(listOrganizations, { query: {} }) });
  const governments = (organizations.data?.items ?? []).filter(({ kind }) => kind === 'government');
  return [...new Map(governments.map(({ regionCode, name, shortName }) => [regionCode, { value: regionCode, label: shortName ?? name }])).values()];
}
