import type { DeviceKind } from '@tongban/server/src/kernel/window-devices/contract.ts';
import { findDevice, useWindowDevices } from './devices.ts';
import { tellTrouble } from './use-device-task.ts';
import './devices.css';

/** What is wrong with a device where it is about to be used, e.g. a printer without paper; nothing while it works or none is used. */
export function DeviceNote({ kind }: { kind: DeviceKind }) {
  const device = findDevice(useWindowDevices(), kind);
  if (!device || device.state === 'ready' || device.state === 'busy') return null;
  return <span className="device-act__told is-trouble small" role="status">{tellTrouble(kind, device.state)}</span>;
}
