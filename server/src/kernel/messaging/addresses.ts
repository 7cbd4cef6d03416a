import { maskEmail } from '@tongban/identifiers';
import type { Kernel } from '../context.ts';
import { personalDataCipher } from '../personal-data/index.ts';
import type { OutsideChannel } from './channels.contract.ts';

interface Kept { ownerId: string; channel: OutsideChannel; address: string }
type Keys = Pick<Kernel, 'config'>;

const column = 'messaging.address.address';
const pendingColumn = 'messaging.pending_address.address';

/** An address as it is stored: encrypted, with a blind index. */
export function sealAddress(kernel: Keys, { ownerId, channel, address }: Kept): { address: string; addressIndex: string } {
  const cipher = personalDataCipher(kernel);
  return { address: cipher.encrypt(column, `${ownerId}:${channel}`, address), addressIndex: cipher.index(column, `${channel}:${address.toLowerCase()}`) };
}

/** A stored address in the clear. */
export function readAddress(kernel: Keys, { ownerId, channel, address }: Kept): string {
  return personalDataCipher(kernel).decrypt(column, `${ownerId}:${channel}`, address);
}

/** As `sealAddress`, for one that waits for its code. */
export function sealPendingAddress(kernel: Keys, { ownerId, channel, address }: Kept): string {
  return personalDataCipher(kernel).encrypt(pendingColumn, `${ownerId}:${channel}`, address);
}

/** As `readAddress`, for one that waits for its code. */
export function readPendingAddress(kernel: Keys, { ownerId, channel, address }: Kept): string {
  return personalDataCipher(kernel).decrypt(pendingColumn, `${ownerId}:${channel}`, address);
}

/** An address as its owner and operators see it. */
export function maskAddressOf(channel: OutsideChannel, address: string): string {
  return channel === 'email' ? maskEmail(address) : `${address.slice(0, 2)}****${address.slice(-2)}`;
}
