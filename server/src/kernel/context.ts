import type { Actor } from './access/actor.ts';
import type { Clock } from './clock/index.ts';
import type { Config } from './config/index.ts';
import type { Database } from './db/index.ts';
import type { Logger } from './log.ts';

/** The services that live as long as the process. */
export interface Kernel {
  readonly config: Config;
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  /** Called after a commit that published events, so that delivery starts at once instead of at the next poll. */
  onCommitted: () => void;
}

/** By which way a request reached the platform (INT-11). */
export type Channel = 'portal' | 'mobile' | 'window' | 'kiosk' | 'phone' | 'api' | 'system';

/** The same as people read it, also for codes of old records. */
export const channelNames: Readonly<Record<string, string | undefined>> = {
  portal: '网上', mobile: '移动端', window: '窗口', kiosk: '自助终端', phone: '电话', api: '接口', system: '系统',
} satisfies Record<Channel, string>;

/** Where a request came from, for the audit. */
export interface Origin {
  ip: string;
  userAgent: string;
  channel: Channel;
}

/** Everything an action or query needs: the services, who acts, and from where. */
export interface Context {
  readonly kernel: Kernel;
  readonly actor: Actor;
  readonly origin: Origin;
  readonly traceId: string;
}

/** The context of a job, event handler or command: the system acts, as `actor`. */
export function systemContext(kernel: Kernel, actor: Actor, traceId: string): Context {
  return { kernel, actor, origin: { ip: '', userAgent: '', channel: 'system' }, traceId };
}
