import type { Kernel } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import { personalDataCipher } from '../../personal-data/index.ts';
import type { OutsideChannel } from '../channels.contract.ts';
import type { MessagingTables } from '../tables.ts';
import type { ChannelAdapter } from './adapter.ts';

const column = 'messaging.simulated_message.address';

/** The adapter used without a gateway: it stores what would have been sent and gives a receipt at once. A code of six digits is an account. */
export function createStoredSimulator(kernel: Pick<Kernel, 'config' | 'db' | 'clock'>, channel: OutsideChannel): ChannelAdapter {
  const tables = tablesOf<MessagingTables>(kernel.db);
  return {
    async send({ id, to, title, text, link, templateKey }) {
      const cipher = personalDataCipher(kernel);
      const sentAt = kernel.clock.now();
      await tables.insertInto('messaging.simulatedMessage').values({
        id, channel, address: cipher.encrypt(column, id, to), addressIndex: cipher.index(column, to), title, text, link, templateKey, sentAt,
      }).onConflict((conflict) => conflict.doNothing()).execute();
      return { id, state: 'delivered', at: sentAt.toISOString() };
    },
    receipts: async (cursor) => ({ items: [], cursor }),
    findAccount: async (code) => (/^\d{6}$/.test(code) ? `simulated-${code}` : undefined),
  };
}

/** The address that a stored message went to. */
export function readSimulatedAddress(kernel: Pick<Kernel, 'config'>, row: { id: string; address: string }): string {
  return personalDataCipher(kernel).decrypt(column, row.id, row.address);
}

/** The index under which the simulator stores what went to an address. */
export function simulatedAddressIndex(kernel: Pick<Kernel, 'config'>, address: string): string {
  return personalDataCipher(kernel).index(column, address);
}
