import { useQuery, useQueryClient } from '@tanstack/react-query';
import { listDeviceDays, listDevices, listFaults, type DeviceList } from '@tongban/server/src/modules/halls/devices/contract.ts';
import { api } from '../../../shared/api.ts';

/** How often the devices are asked again, ms. */
const every = 5_000;

/** A hall's devices as they are now. */
export function useDevices(hallId: string) {
  return useQuery({ queryKey: [listDevices.id, hallId], queryFn: () => api.call(listDevices, { params: { hallId } }), refetchInterval: every });
}

/** Shows what a change answered, or has everything about the devices read again. */
export function useDeviceChanges(hallId: string): { show: (list: DeviceList) => void; refresh: () => void } {
  const client = useQueryClient();
  return {
    show: (list) => { client.setQueryData([listDevices.id, hallId], list); },
    refresh: () => { for (const { id } of [listDevices, listFaults, listDeviceDays]) void client.invalidateQueries({ queryKey: [id, hallId] }); },
  };
}
