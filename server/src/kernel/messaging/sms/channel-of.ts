import type { Kernel } from '../../context.ts';
import type { SmsChannel } from './channel.ts';
import { createHttpGateway } from './http-gateway.ts';
import { createStoredSimulator } from './stored-simulator.ts';

/** The channel this installation is configured with. */
export function smsChannelOf(kernel: Pick<Kernel, 'config' | 'db' | 'clock'>): SmsChannel {
  return kernel.config.smsGatewayUrl === undefined ? createStoredSimulator(kernel) : createHttpGateway(kernel.config.smsGatewayUrl);
}
