/** How a hall watches its devices. */
export interface WatchRules {
  /** Seconds from one beat to the next. */
  beatSeconds: number;
  /** Beats missed in a row after which a device is offline. */
  missedBeats: number;
}

/** unused 未启用: never heard of, or without a key; online 在线; faulty 故障; offline 离线. */
export type DeviceState = 'unused' | 'online' | 'faulty' | 'offline';

export interface Heard { hasKey: boolean; lastBeatAt: Date | null; lastStatus: 'normal' | 'fault' | null }

/** Seconds of silence that a hall takes for being offline. */
export const offlineAfter = ({ beatSeconds, missedBeats }: WatchRules): number => beatSeconds * missedBeats;

/** What is to be said of a device now: by the beats that it missed, and by what its last beat said of itself (HAL-03). */
export function deviceStateOf({ hasKey, lastBeatAt, lastStatus }: Heard, rules: WatchRules, now: Date): DeviceState {
  if (!hasKey || lastBeatAt === null) return 'unused';
  if (now.getTime() - lastBeatAt.getTime() > offlineAfter(rules) * 1_000) return 'offline';
  return lastStatus === 'fault' ? 'faulty' : 'online';
}

/** A stretch of the clock in milliseconds. */
export interface Stretch { from: number; to: number }

/** Seconds of a stretch in which the hall is open. */
export function openSeconds(open: readonly Stretch[], { from, to }: Stretch): number {
  return Math.round(open.reduce((sum, period) => sum + Math.max(0, Math.min(period.to, to) - Math.max(period.from, from)), 0) / 1_000);
}

/** Seconds that a device was offline between two beats of one day: all of a silence too long, while the hall was open. */
export function offlineBetween(open: readonly Stretch[], silence: Stretch, rules: WatchRules): number {
  const seconds = openSeconds(open, silence);
  return seconds > offlineAfter(rules) ? seconds : 0;
}

/** Beats that a device sends while the hall is open. */
export function expectedBeats(open: readonly Stretch[], { from, to }: Stretch, { beatSeconds }: WatchRules): number {
  return Math.floor(openSeconds(open, { from, to }) / beatSeconds);
}
