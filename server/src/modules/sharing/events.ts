/** A share was taken back, or what was taken by it was not handed in for days; aggregate `share`. */
export const shareEnded = 'sharing.share-ended';

/** `draftId`: the registration that it had been taken into and that was not handed in yet. */
export interface ShareEnded extends Record<string, unknown> {
  draftId: string | null;
}
