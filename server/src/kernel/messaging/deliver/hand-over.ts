import { MessageRefused, type ChannelAdapter, type ChannelMessage, type ChannelReceipt } from '../channels/adapter.ts';
import { reasonOf } from '../../engines/index.ts';
import { failuresToDown } from './channel-health.ts';

/** What became of one message that was handed to a gateway. */
export type Outcome =
  | { kind: 'taken'; receipt: ChannelReceipt | undefined }
  | { kind: 'refused'; reason: string }
  | { kind: 'failed'; reason: string }
  /** Not tried, since the gateway did not answer to those before. */
  | { kind: 'spared' };

/** Messages under way to a gateway at a time. */
const together = 8;

/** Hands messages over, a few at a time and in their order; stops trying once the gateway has failed three times in a row. */
export async function handOver(adapter: ChannelAdapter, messages: readonly ChannelMessage[]): Promise<ReadonlyMap<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  const queue = [...messages];
  let failures = 0;
  const work = async (): Promise<void> => {
    for (let message = queue.shift(); message; message = queue.shift()) {
      const outcome = failures >= failuresToDown ? { kind: 'spared' } as const : await sendOne(adapter, message);
      outcomes.set(message.id, outcome);
      if (outcome.kind === 'failed') failures += 1;
      else if (outcome.kind !== 'spared') failures = 0;
    }
  };
  await Promise.all(Array.from({ length: Math.min(together, messages.length) }, work));
  return outcomes;
}

async function sendOne(adapter: ChannelAdapter, message: ChannelMessage): Promise<Outcome> {
  try {
    return { kind: 'taken', receipt: await adapter.send(message) };
  } catch (error) {
    return error instanceof MessageRefused ? { kind: 'refused', reason: error.message.slice(0, 500) } : { kind: 'failed', reason: reasonOf(error) };
  }
}
