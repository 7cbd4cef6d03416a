import type { Kernel } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import { personalDataCipher } from '../../personal-data/index.ts';
import type { MessagingTables } from '../tables.ts';
import type { SmsChannel } from './channel.ts';

const column = 'messaging.simulated_sms.mobile';

/** The channel used without a gateway: it stores what would have been sent and gives a receipt at once. */
export function createStoredSimulator(kernel: Pick<Kernel, 'config' | 'db' | 'clock'>): SmsChannel {
  const tables = tablesOf<MessagingTables>(kernel.db);
  return {
    async send({ id, mobile, text, templateKey }) {
      const cipher = personalDataCipher(kernel);
      const sentAt = kernel.clock.now();
      await tables.insertInto('messaging.simulatedSms').values({
        id, mobile: cipher.encrypt(column, id, mobile), mobileIndex: cipher.index(column, mobile), text, templateKey, sentAt,
      }).onConflict((conflict) => conflict.doNothing()).execute();
      return { id, state: 'delivered', at: sentAt.toISOString() };
    },
    receipts: async (cursor) => ({ items: [], cursor }),
  };
}

/** Number and text of a stored SMS. */
export function readSimulatedMobile(kernel: Pick<Kernel, 'config'>, row: { id: string; mobile: string }): string {
  return personalDataCipher(kernel).decrypt(column, row.id, row.mobile);
}

/** The index under which the simulator stores what went to a number. */
export function simulatedMobileIndex(kernel: Pick<Kernel, 'config'>, mobile: string): string {
  return personalDataCipher(kernel).index(column, mobile);
}
