import { useQuery } from '@tanstack/react-query';
import { findCounterApplicant } from '@tongban/server/src/modules/intake/contract.ts';
import { api } from '../../shared/api.ts';
import { useDebounced } from '../../shared/use-debounced.ts';
import type { Judged, TypedApplicant } from './applicant.ts';

export interface KnownApplicant { name: string; mobileMasked: string | null }

/**
 * Who holds the number that was typed or read, once it is whole; the reading is recorded. `known` is null for who is new.
 * Without an answer the clerk types the rest as for somebody new.
 */
export function useKnownApplicant({ kind, documentType }: Pick<TypedApplicant, 'kind' | 'documentType'>, number: Judged): { known: KnownApplicant | null; looking: boolean } {
  const whole = number.fault === undefined ? number.value : '';
  const asked = useDebounced(whole, 120);
  const search = { kind, documentType, documentNumber: asked };
  const found = useQuery({
    queryKey: [findCounterApplicant.id, search], enabled: asked !== '' && asked === whole, staleTime: 60_000, gcTime: 60_000, retry: false,
    queryFn: () => api.call(findCounterApplicant, { body: search }),
  });
  return { known: asked === whole && whole !== '' ? found.data?.applicant ?? null : null, looking: whole !== '' && (asked !== whole || found.isFetching) };
}
