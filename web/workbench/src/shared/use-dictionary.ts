import { useQueries, useQuery } from '@tanstack/react-query';
import { getDictionary } from '@tongban/server/src/modules/catalog/contract.ts';
import { api } from './api.ts';

/** Gives the name of a code of one of the platform's code lists; the code itself until the list is here. */
export type NameOf = (dictionary: string, code: string | undefined) => string;

/** Names of codes from the given lists. */
export function useDictionaries(dictionaries: readonly string[]): NameOf {
  const lists = useQueries({
    queries: dictionaries.map((dictionary) => ({
      queryKey: [getDictionary.id, dictionary],
      staleTime: Infinity,
      queryFn: () => api.call(getDictionary, { params: { dictionary } }),
    })),
  });
  return (dictionary, code) => {
    if (code === undefined) return '';
    return lists.find(({ data }) => data?.dictionary === dictionary)?.data?.entries.find((entry) => entry.code === code)?.name ?? code;
  };
}

/** The entries of a code list that are in use, for a choice. */
export function useEntries(dictionary: string): { value: string; label: string }[] {
  const list = useQuery({
    queryKey: [getDictionary.id, dictionary],
    staleTime: Infinity,
    enabled: dictionary !== '',
    queryFn: () => api.call(getDictionary, { params: { dictionary } }),
  });
  return (list.data?.entries ?? []).filter(({ active }) => active).map(({ code, name }) => ({ value: code, label: name }));
}
