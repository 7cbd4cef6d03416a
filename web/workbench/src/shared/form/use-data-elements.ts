import { useQuery } from '@tanstack/react-query';
import type { ResponseOf } from '@tongban/contract-kit';
import { listElementChoices } from '@tongban/server/src/modules/data-elements/contract.ts';
import { api } from '../api.ts';

export type ElementChoice = ResponseOf<typeof listElementChoices>['elements'][number];

const none: readonly ElementChoice[] = [];

/** Whether the reader may change the dictionary. */
export function useMayEditElements(): boolean {
  return useChoices().data?.abilities.edit ?? false;
}

function useChoices() {
  return useQuery({ queryKey: [listElementChoices.id], staleTime: 60_000, queryFn: () => api.call(listElementChoices, {}) });
}

/** The dictionary of data elements, to bind fields to; none until it is read. */
export function useDataElements(): readonly ElementChoice[] {
  return useChoices().data?.elements ?? none;
}
