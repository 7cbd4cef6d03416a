/** How long after the last key, touch or movement somebody still counts as being there, ms. */
const presentMs = 90_000;

/**
 * Headers by which the server tells what a page asks by itself from what a person does: asking for news all night must not
 * keep a session open that nobody sits at (GB/T 22239-2019 8.1.4.1 b).
 */
export function createAttention(page: Pick<Window, 'addEventListener'> | undefined = globalThis.window, now: () => number = () => performance.now()): () => Record<string, string> {
  let seenAt = now();
  for (const type of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart']) {
    page?.addEventListener(type, () => { seenAt = now(); }, { capture: true, passive: true });
  }
  return () => (now() - seenAt > presentMs ? { 'x-tongban-unattended': '1' } : {});
}
