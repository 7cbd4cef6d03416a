/** How long after the end of a service its holder may rate it at the window, ms. */
const rateableMs = 120_000;

/** Services that ended before this instant are no longer rated at the window. */
export function rateableSince(now: Date): Date {
  return new Date(now.getTime() - rateableMs);
}
