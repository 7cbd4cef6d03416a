import type { Actor } from '../access/index.ts';
import type { Kernel } from '../context.ts';

/** Finds who a request's session token belongs to; undefined when it is unknown or has ended. `attended`: somebody acts, so that the session goes on. */
export type Authenticate = (kernel: Kernel, token: string, attended: boolean) => Promise<Actor | undefined>;
