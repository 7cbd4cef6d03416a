import { inject } from 'vitest';

/** A running platform with the demonstration city, and what belongs to it. */
export interface JourneyPlatform {
  /** Its origin. */
  readonly url: string;
  /** Where the journeys on it keep who is signed in. */
  readonly sessionsDir: string;
}

const response = await fetch(new URL(`platforms/${process.env['VITEST_POOL_ID'] ?? '1'}`, inject('platformBroker')));
if (!response.ok) throw new Error(await response.text());

/** The platform of this process: journeys that run side by side have one each, so that none meets the cases of another. */
export const platform = await response.json() as JourneyPlatform;
