import type { ApplicationContent } from '../content.contract.ts';
import type { LinkState, Report, SignedMessage, TicketContent } from '../exchange.contract.ts';
import type { Purpose } from '../signing.ts';

export interface PlatformAnswer { status: number; body: Readonly<Record<string, unknown>> }

/** Sends a payload signed for a purpose; `message` replaces what would be sent. */
export type Send = (path: string, purpose: Purpose, payload: object, message?: SignedMessage) => Promise<PlatformAnswer>;

/** What the platform handed over, or why it did not. */
export type Handed<T> = { content: T } | { refused: string };

/** A case that came to the simulated system. */
export interface SimulatedCase { content: TicketContent; state: LinkState; reports: Report[]; application: Handed<ApplicationContent> }
