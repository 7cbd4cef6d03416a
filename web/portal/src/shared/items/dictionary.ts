import { useQuery } from '@tanstack/react-query';
import { getDictionary } from '@tongban/server/src/modules/catalog/contract.ts';
import { plainApi } from '../api.ts';

/** Names of a code list by code; a code without a name shows as it is. */
export function useDictionary(dictionary: string): (code: string | undefined) => string {
  const { data } = useQuery({
    queryKey: ['catalog.get-dictionary', dictionary],
    queryFn: () => plainApi.call(getDictionary, { params: { dictionary } }),
    staleTime: 60 * 60_000,
    meta: { public: true },
  });
  return (code) => (code === undefined ? '' : data?.entries.find((entry) => entry.code === code)?.name ?? '');
}
