const minute = 60_000;

/** How long sessions live and how many one account may have (domain.md §9 身份鉴别 b, IDN-04). */
export const sessionLimits = {
  staff: { idleMs: 30 * minute, absoluteMs: 12 * 60 * minute, concurrent: 3 },
  person: { idleMs: 12 * 60 * minute, absoluteMs: 7 * 24 * 60 * minute, concurrent: 5 },
} as const;

/** A request moves the idle limit at most this often. */
export const touchEveryMs = minute;
