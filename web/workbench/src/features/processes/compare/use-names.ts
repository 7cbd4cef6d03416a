import { useQuery } from '@tanstack/react-query';
import { listOrganizations, listPosts } from '@tongban/server/src/kernel/organization/contract.ts';
import { listHandlerRoles } from '@tongban/server/src/kernel/workflow/definition.contract.ts';
import { useCallback, useMemo } from 'react';
import { api } from '../../../shared/api.ts';

const minute = 60_000;

/** Names of posts, roles and organisations that a process writes as codes; the code itself while a name is not known. */
export function useNames(): (kind: 'post' | 'role' | 'organisation', code: string) => string {
  const posts = useQuery({ queryKey: [listPosts.id], staleTime: 5 * minute, queryFn: () => api.call(listPosts, {}) }).data;
  const roles = useQuery({ queryKey: [listHandlerRoles.id], staleTime: 5 * minute, queryFn: () => api.call(listHandlerRoles, {}) }).data;
  const organizations = useQuery({ queryKey: [listOrganizations.id, 'picker'], staleTime: 5 * minute, queryFn: () => api.call(listOrganizations, { query: {} }) }).data;
  const known = useMemo(() => ({
    post: new Map(posts?.items.map(({ code, name }) => [code, name])), role: new Map(roles?.roles.map(({ code, name }) => [code, name])),
    organisation: new Map(organizations?.items.map(({ id, name }) => [id, name])),
  }), [posts, roles, organizations]);
  return useCallback((kind, code) => known[kind].get(code) ?? code, [known]);
}
