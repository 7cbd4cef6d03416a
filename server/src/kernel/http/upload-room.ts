import { defineErrors } from '../errors/index.ts';

const fail = defineErrors({
  'kernel.uploads-busy': { kind: 'unavailable', title: '现在上传文件的人较多', detail: '文件还没有上传，请过几秒再试。' },
});

/** Limits of the room, for one process. */
export interface UploadLimits {
  /** Bytes of all uploads that are being received or worked on. */
  bytes: number;
  /** Uploads of one account at a time, so that nobody fills the room alone. */
  perAccount: number;
  /** Requests that may wait for room; their bodies stay in the network meanwhile. */
  waiting: number;
  /** How long one waits, ms. */
  patience: number;
}

/** The memory that uploads share. */
export interface UploadRoom {
  /**
   * Takes room for one upload, waiting for it when others hold it; gives the function that gives it back.
   * @throws kernel.uploads-busy with `retryAfter` in seconds; the reason of `signal` when the sender has gone
   */
  enter(account: string, bytes: number, signal: AbortSignal): Promise<() => void>;
}

interface Waiter { account: string; bytes: number; admit: (release: () => void) => void }

const busy = () => fail('kernel.uploads-busy', { retryAfter: 5 });

/** Makes the room in which all uploads of a process find place, first come, first served. */
export function createUploadRoom(limits: UploadLimits): UploadRoom {
  const held = new Map<string, number>();
  let waiters: Waiter[] = [];
  let used = 0;

  const admissible = ({ account }: Waiter): boolean => (held.get(account) ?? 0) < limits.perAccount;

  function take(account: string, bytes: number): () => void {
    used += bytes;
    held.set(account, (held.get(account) ?? 0) + 1);
    let given = false;
    return () => {
      if (given) return;
      given = true;
      used -= bytes;
      const rest = (held.get(account) ?? 1) - 1;
      if (rest === 0) held.delete(account);
      else held.set(account, rest);
      admitWaiters();
    };
  }

  /** Admits in order; one that is too large for the moment holds back those behind it, or small ones would starve it. */
  function admitWaiters(): void {
    for (let next = waiters.find(admissible); next && used + next.bytes <= limits.bytes; next = waiters.find(admissible)) {
      const admitted = next;
      waiters = waiters.filter((one) => one !== admitted);
      admitted.admit(take(admitted.account, admitted.bytes));
    }
  }

  return {
    enter(account, bytes, signal) {
      return new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason as Error);
        const leave = (error: unknown): void => {
          waiters = waiters.filter((one) => one !== waiter);
          clearTimeout(timer);
          signal.removeEventListener('abort', gone);
          reject(error as Error);
          admitWaiters();
        };
        const gone = (): void => leave(signal.reason);
        const timer = setTimeout(() => leave(busy()), limits.patience);
        const waiter: Waiter = { account, bytes: Math.min(bytes, limits.bytes), admit: (release) => {
          clearTimeout(timer);
          signal.removeEventListener('abort', gone);
          resolve(release);
        } };
        signal.addEventListener('abort', gone, { once: true });
        waiters = [...waiters, waiter];
        admitWaiters();
        if (waiters.length > limits.waiting && waiters.includes(waiter)) leave(busy());
      });
    },
  };
}
