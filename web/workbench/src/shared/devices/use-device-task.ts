import { deviceLabels, type DeviceKind } from '@tongban/server/src/kernel/window-devices/contract.ts';
import { useState } from 'react';
import { text } from '../text.ts';
import type { DeviceClient, DeviceTrouble } from './device-client.ts';
import { findDevice, troubleOf, useWindowDevices } from './devices.ts';

const words = text.devices;

export interface DeviceTask {
  /** Whether this browser is to use such a device; a control for it is shown then, also while it does not answer. */
  offered: boolean;
  busy: boolean;
  /** What is wrong and how to go on by hand. */
  told: string | undefined;
  run: () => Promise<void>;
}

/** What is said where a device was wanted. */
export function tellTrouble(kind: DeviceKind, trouble: DeviceTrouble): string {
  return `${words.trouble[trouble](deviceLabels[kind])}，${words.byHand[kind]}。`;
}

/** One thing asked of one device: bounded in time, told in place when it fails, and tried again at a press. */
export function useDeviceTask<T>(kind: DeviceKind, work: (client: DeviceClient) => Promise<T>, done: (result: T) => void | Promise<void>): DeviceTask {
  const devices = useWindowDevices();
  const [state, setState] = useState<{ busy: boolean; trouble: DeviceTrouble | undefined }>({ busy: false, trouble: undefined });
  const device = findDevice(devices, kind);
  const standing = devices.trouble ?? (device && device.state !== 'ready' ? device.state : undefined);
  const trouble = state.trouble ?? standing;
  const run = async (): Promise<void> => {
    if (state.busy) return;
    setState({ busy: true, trouble: undefined });
    try {
      await done(await work(devices.client));
      setState({ busy: false, trouble: undefined });
      // It works: what was said of it before is over.
      if (standing) devices.look();
    } catch (error) {
      setState({ busy: false, trouble: troubleOf(error) });
      devices.look();
    }
  };
  return { offered: devices.used && (device !== undefined || devices.trouble !== undefined), busy: state.busy, told: trouble && !state.busy ? tellTrouble(kind, trouble) : undefined, run };
}
