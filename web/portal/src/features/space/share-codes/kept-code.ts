import type { MadeShare } from '@tongban/server/src/modules/sharing/contract.ts';

/** Signing out clears what begins like this. */
const prefix = 'tongban.private.share-code.';

/** A code as it was told once; only this device can show it again. */
export type KeptCode = Pick<MadeShare, 'code' | 'number'> & { expiresAt: string };

/** Keeps a code on this device until its time is over, and lets go of those whose time is. */
export function keepCode({ share, code, number }: MadeShare): void {
  forgetOldCodes();
  try {
    localStorage.setItem(prefix + share.id, JSON.stringify({ code, number, expiresAt: share.expiresAt } satisfies KeptCode));
  } catch { /* no room: it can be made again */ }
}

/** The code of a share, if it was made on this device and may still be scanned. */
export function findCode(shareId: string): KeptCode | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(prefix + shareId) ?? 'null') as KeptCode | null;
    return kept && Date.parse(kept.expiresAt) > Date.now() ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function forgetCode(shareId: string): void {
  localStorage.removeItem(prefix + shareId);
}

function forgetOldCodes(): void {
  for (const name of Object.keys(localStorage)) if (name.startsWith(prefix) && !findCode(name.slice(prefix.length))) localStorage.removeItem(name);
}
