/** A queue as its forecast needs it. */
export interface QueueLoad {
  queueId: string;
  waiting: number;
  /** Usual seconds of one service. */
  serviceSeconds: number;
}

/** The queues that an open window serves. */
export type WindowLoad = readonly string[];

/** How many windows a queue has for itself: a window that serves several is shared out by how many wait in each. */
export function windowsFor(queueId: string, loads: readonly QueueLoad[], windows: readonly WindowLoad[]): number {
  const waitingIn = new Map(loads.map((load) => [load.queueId, load.waiting]));
  const own = waitingIn.get(queueId) ?? 0;
  return windows.filter((served) => served.includes(queueId)).reduce((sum, served) => {
    const others = served.filter((one) => one !== queueId).map((one) => waitingIn.get(one) ?? 0).filter((waiting) => waiting > 0);
    // Whoever comes to an empty queue takes turns with the other queues of the window.
    return sum + (own === 0 ? 1 / (others.length + 1) : own / others.reduce((all, waiting) => all + waiting, own));
  }, 0);
}

/** Minutes until one behind `ahead` others is called; null while no window serves the queue (HAL-02). */
export function forecastMinutes(load: QueueLoad, ahead: number, windows: number): number | null {
  if (windows <= 0) return null;
  return Math.round((ahead * load.serviceSeconds) / windows / 60);
}
