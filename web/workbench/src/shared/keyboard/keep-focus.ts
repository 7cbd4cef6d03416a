/** How many elements the way back of the focus goes over. */
const KEPT = 30;

/**
 * Gives the focus back when a side sheet or a dialog goes with what had it: to the last element that had it before and is
 * still shown, which is the button that opened the sheet, or the field in the sheet below. Returns how to stop.
 */
export function keepFocus(): () => void {
  let trail: HTMLElement[] = [];
  // Elsewhere a control may go because of what was chosen in it, and the page knows where to go on.
  let inDialog = false;
  const follow = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement)) return;
    trail = [...trail.filter((element) => element !== target), target].slice(-KEPT);
    inDialog = target.closest('[role=dialog]') !== null;
  };
  const giveBack = (): void => {
    const gone = trail.at(-1)?.isConnected === false;
    if (gone && inDialog && document.activeElement === document.body) trail.findLast((element) => element.checkVisibility())?.focus();
  };
  // Sheets and dialogs stand beside the page, in the body itself.
  const sheets = new MutationObserver((changes) => {
    if (changes.some(({ removedNodes }) => removedNodes.length > 0)) requestAnimationFrame(giveBack);
  });
  document.addEventListener('focusin', follow);
  sheets.observe(document.body, { childList: true });
  return () => {
    document.removeEventListener('focusin', follow);
    sheets.disconnect();
  };
}
