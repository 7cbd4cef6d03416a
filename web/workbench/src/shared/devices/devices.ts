import type { DeviceKind, DeviceServiceStatus } from '@tongban/server/src/kernel/window-devices/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { usePreferences } from '../preferences.ts';
import { createDeviceClient, DeviceError, type DeviceClient, type DeviceTrouble } from './device-client.ts';
import { checkServiceAddress } from './service-address.ts';

/** ms between two looks at the devices; one that comes back is offered again by itself. */
const every = 15_000;

export interface WindowDevices {
  /** Whether this browser is set to use the devices of its computer. */
  used: boolean;
  client: DeviceClient;
  /** The last answer of the service; undefined before the first and while it is away. */
  status: DeviceServiceStatus | undefined;
  /** Why there is no answer. */
  trouble: DeviceTrouble | undefined;
  looking: boolean;
  look: () => void;
}

/** The devices of this clerk's computer (window devices, INT-02, INT-05); asked only where this browser is set to use them. */
export function useWindowDevices(): WindowDevices {
  const { deviceService } = usePreferences();
  const address = deviceService.used ? checkServiceAddress(deviceService.address) : undefined;
  const client = useMemo(() => createDeviceClient(address ?? ''), [address]);
  const asked = useQuery({
    queryKey: ['window-devices', address], enabled: address !== undefined, retry: false, refetchInterval: every, staleTime: every,
    // It stands beside the browser: whether the network is there says nothing of it.
    networkMode: 'always', queryFn: () => client.status(),
  });
  return {
    used: deviceService.used && address !== undefined, client, status: asked.error ? undefined : asked.data, looking: asked.isFetching,
    trouble: asked.error ? troubleOf(asked.error) : undefined, look: () => { void asked.refetch(); },
  };
}

/** The name of a device the service has; undefined where the devices are not used, or it has none of the kind. While the service is away, what it had before is not known. */
export function findDevice({ status }: WindowDevices, kind: DeviceKind) {
  return status?.devices.find((device) => device.kind === kind);
}

/** Why something asked of a device was not done. */
export function troubleOf(error: unknown): DeviceTrouble {
  return error instanceof DeviceError ? error.trouble : 'fault';
}
