import { useQueryClient } from '@tanstack/react-query';
import type { FormEnvironment } from '@tongban/form-renderer';
import { getRegion, listRegions } from '@tongban/server/src/kernel/organization/contract.ts';
import { useMemo, useState } from 'react';
import { api } from '../api.ts';

/** What every form of the workbench is given: regions from the platform's own list, and what the page adds. */
export function useFormEnvironment(base: FormEnvironment): FormEnvironment {
  const client = useQueryClient();
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  return useMemo(() => ({
    ...base,
    regions: {
      list: async (parent: string | undefined) => {
        const { items } = await client.fetchQuery({
          queryKey: [listRegions.id, parent ?? ''], staleTime: Infinity, queryFn: () => api.call(listRegions, { query: parent === undefined ? {} : { parent } }),
        });
        return items.map(({ code, name }) => ({ code, name }));
      },
      nameOf: (code: string) => {
        const known = names[code];
        if (known === undefined && /^\d{6,12}$/.test(code)) {
          void client.fetchQuery({ queryKey: [getRegion.id, code], staleTime: Infinity, queryFn: () => api.call(getRegion, { params: { code } }) })
            .then(({ region }) => setNames((before) => (before[code] === undefined ? { ...before, [code]: region.fullName } : before)), () => undefined);
        }
        return known;
      },
    },
  }), [base, client, names]);
}
