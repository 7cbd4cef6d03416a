import type { Kernel } from '../../context.ts';
import { channelNames, type OutsideChannel } from '../channels.contract.ts';
import type { ChannelAdapter } from './adapter.ts';
import { createHttpGateway } from './http-gateway.ts';
import { createStoredSimulator } from './stored-simulator.ts';

/** The adapter that this installation is configured with for a channel. */
export function adapterOf(kernel: Pick<Kernel, 'config' | 'db' | 'clock'>, channel: OutsideChannel): ChannelAdapter {
  const url = kernel.config.messageGateways[channel];
  return url === undefined ? createStoredSimulator(kernel, channel) : createHttpGateway(url, channelNames[channel]);
}

/**
 * Whether anybody is offered a channel: one without a gateway reaches nobody, so only a demonstration offers it. SMS is always
 * there, since codes for signing in go by it; until there is a gateway an operator reads them from the store.
 */
export function isConnected(kernel: Pick<Kernel, 'config'>, channel: OutsideChannel): boolean {
  return channel === 'sms' || kernel.config.demo || !isSimulated(kernel, channel);
}

/** Whether what is sent by a channel is only stored here. */
export function isSimulated(kernel: Pick<Kernel, 'config'>, channel: OutsideChannel): boolean {
  return kernel.config.messageGateways[channel] === undefined;
}
