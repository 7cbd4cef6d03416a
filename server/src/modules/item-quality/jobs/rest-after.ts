/** Rest after each batch as a share of what it took, so that cases under way hardly notice. */
const share = 0.1;
/** A batch that nobody disturbs takes this much of the processor time it uses; what is beyond was waiting for others. */
const undisturbed = 1.6;
/** Rest for each millisecond of waiting: where others want the machine, they get nearly all of it. */
const yielding = 3;
/** So that a run comes to its end on a machine that is always busy. */
const most = 3;

/** How long a run of checks rests after a batch, ms; from how long the batch took and how much processor time was used meanwhile. */
export function restAfter({ took, used }: { readonly took: number; readonly used: number }): number {
  const waited = Math.max(0, took - used * undisturbed);
  return Math.min(took * share + waited * yielding, took * most);
}
