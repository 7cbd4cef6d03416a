import { useQuery } from '@tanstack/react-query';
import { getRegion } from '@tongban/server/src/kernel/organization/contract.ts';
import { Tooltip } from 'antd';
import { api } from './api.ts';

/** A region by its name, with the regions above it and its code for who wants to know exactly; the code alone where it is not known. */
export function RegionName({ code }: { code: string }) {
  const region = useQuery({ queryKey: [getRegion.id, code], staleTime: Infinity, queryFn: () => api.call(getRegion, { params: { code } }) });
  if (region.isPending) return null;
  if (!region.data) return <span className="number">{code}</span>;
  const { ancestors, region: { name } } = region.data;
  return <Tooltip title={<>{[...ancestors.map((above) => above.name), name].join(' / ')}<br /><span className="number">{code}</span></>}><span tabIndex={0}>{name}</span></Tooltip>;
}
