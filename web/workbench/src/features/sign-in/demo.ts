import type { Static } from '@tongban/contract-kit';
import type { DemoAccount } from '@tongban/server/src/kernel/identity/contract.ts';

/** One account of the demonstration city. */
export type Demo = Static<typeof DemoAccount>;
