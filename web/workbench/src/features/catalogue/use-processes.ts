import { useQuery } from '@tanstack/react-query';
import { listHandlingProcesses } from '@tongban/server/src/modules/catalog/contract.ts';
import { api } from '../../shared/api.ts';
import { text } from './text.ts';

/** The processes that an item may be handled by, each in its latest version; empty until they are there. */
export function useProcesses() {
  return useQuery({ queryKey: [listHandlingProcesses.id], staleTime: 300_000, queryFn: () => api.call(listHandlingProcesses, {}) }).data?.processes ?? [];
}

/** The name of a process as people know it, with its version; its key while the name is not known. */
export function useProcessName(): (key: string, version: number | undefined) => string {
  const processes = useProcesses();
  return (key, version) => text.processVersion(processes.find((process) => process.key === key)?.name ?? key, version);
}
