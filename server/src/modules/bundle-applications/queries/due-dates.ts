import type { ChildStanding } from '../states.ts';
import { isSettled } from '../states.ts';

/** What is known of an item's time: its case's clock, if that runs, and since when it could begin. */
export interface ChildTime {
  readonly key: string;
  /** Working days promised. */
  readonly days: number;
  /** Last day of the running clock; null while it does not run. */
  readonly clockDueOn: string | null;
  /** Last day on which it will be accepted or not; null when that is over, or nothing was handed in yet. */
  readonly acceptanceDueOn: string | null;
}

export interface DueDate { readonly dueOn: string | null; readonly estimated: boolean }

/**
 * The last day of each item: by its clock where it runs, else reckoned from the day by which it is accepted, or from those of
 * the items it waits for (the critical path, BDL-02). Null for one that is over, and where the applicant is waited for.
 * @param addWorkingDays of a day and a number
 */
export function dueDates(children: readonly (ChildStanding & ChildTime)[], addWorkingDays: (day: string, days: number) => string, today: string): Map<string, DueDate> {
  const known = new Map<string, DueDate>();
  const dueOf = (child: ChildStanding & ChildTime): DueDate => {
    const found = known.get(child.key);
    if (found) return found;
    const due = reckon(child);
    known.set(child.key, due);
    return due;
  };
  const reckon = (child: ChildStanding & ChildTime): DueDate => {
    if (isSettled(child)) return { dueOn: null, estimated: false };
    if (child.clockDueOn !== null) return { dueOn: child.clockDueOn, estimated: false };
    if (child.state === 'opened') return { dueOn: child.acceptanceDueOn === null ? null : addWorkingDays(child.acceptanceDueOn, child.days), estimated: true };
    const before = children.filter(({ key }) => child.waitsFor.includes(key)).filter((one) => !isSettled(one)).map((one) => dueOf(one).dueOn);
    if (before.includes(null)) return { dueOn: null, estimated: true };
    return { dueOn: addWorkingDays(before.reduce<string>((latest, day) => (day !== null && day > latest ? day : latest), today), child.days), estimated: true };
  };
  for (const child of children) dueOf(child);
  return known;
}
