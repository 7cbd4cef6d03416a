/** Something new is wrong with an item that had been checked before; data `{itemId, versionId, track, rules}` (aggregate: the item). */
export const findingOpened = 'item-quality.finding-opened';
/** Something is no longer wrong with an item; data as above. */
export const findingClosed = 'item-quality.finding-closed';
