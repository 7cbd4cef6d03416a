import type { QuietSettings } from './contract.ts';
import type { QuietHours } from './quiet-hours.ts';

/** Minutes of the day as people write them, `22:00`. */
function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Quiet hours as they are answered. */
export function presentQuiet({ enabled, starts, ends, workingDays }: QuietHours): QuietSettings {
  return { enabled, starts: clockOf(starts), ends: clockOf(ends), workingDays };
}

/** Quiet hours as they are stored. */
export function parseQuiet({ enabled, starts, ends, workingDays }: QuietSettings): QuietHours {
  return { enabled, starts: minutesOf(starts), ends: minutesOf(ends), workingDays };
}
