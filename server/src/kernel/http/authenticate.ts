import type { Actor } from '../access/index.ts';
import type { Kernel } from '../context.ts';

/** Finds who a request's session token belongs to; undefined when it is unknown or has ended. */
export type Authenticate = (kernel: Kernel, token: string, ip: string) => Promise<Actor | undefined>;
