import { handInDays, takeMinutes } from './consent-words.contract.ts';
import type { ShareState } from './contract.ts';

/** What the state of a share is derived from; nothing of it is stored as a state. */
export interface ShareFacts {
  expiresAt: Date;
  scannedAt: Date | null;
  takenAt: Date | null;
  handedInAt: Date | null;
  withdrawnAt: Date | null;
}

/** Last instant at which a scanned share may be read and taken; of one that was not scanned, at which it may be scanned. */
export function usableUntil({ expiresAt, scannedAt }: Pick<ShareFacts, 'expiresAt' | 'scannedAt'>): Date {
  return scannedAt === null ? expiresAt : new Date(scannedAt.getTime() + takeMinutes * 60_000);
}

/** The state of a share at an instant: time alone ends what nobody took (INT-09). */
export function shareStateAt(share: ShareFacts, now: Date): ShareState {
  if (share.withdrawnAt !== null) return 'withdrawn';
  if (share.handedInAt !== null) return 'used';
  if (share.takenAt !== null) return now.getTime() > share.takenAt.getTime() + handInDays * 86_400_000 ? 'lapsed' : 'taken';
  if (now.getTime() > usableUntil(share).getTime()) return 'expired';
  return share.scannedAt === null ? 'open' : 'scanned';
}

/** Whether taking it back changes anything: what was handed in may still be looked at until its time is over. */
export function mayWithdraw(share: ShareFacts, now: Date): boolean {
  const state = shareStateAt(share, now);
  return state === 'open' || state === 'scanned' || state === 'taken' || (state === 'used' && now.getTime() <= usableUntil(share).getTime());
}
