import { useQuery } from '@tanstack/react-query';
import { getRegion } from '@tongban/server/src/kernel/organization/contract.ts';
import { api } from '../../shared/api.ts';
import { useSession } from '../../shared/session/session.ts';
import { text } from './text.ts';

export const nationalDirectory = '000000000000';

/** A directory by its region: the national one, and those of the regions above the reader's office down to its own. */
export function useDirectories(): { value: string; label: string }[] {
  const own = useSession().account.organization?.regionCode;
  const regions = useQuery({
    queryKey: [getRegion.id, own ?? ''],
    enabled: own !== undefined,
    staleTime: Infinity,
    queryFn: () => api.call(getRegion, { params: { code: own ?? '' } }),
  });
  const above = regions.data ? [...regions.data.ancestors, regions.data.region] : [];
  return [
    { value: nationalDirectory, label: text.regions[nationalDirectory] ?? nationalDirectory },
    ...above.map(({ code, name }) => ({ value: code, label: text.directoryOf(name) })),
  ];
}
