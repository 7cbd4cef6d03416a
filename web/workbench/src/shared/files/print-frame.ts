/**
 * Prints the PDF in a frame; where a browser's viewer lets no page do so, opens it by itself, with the viewer's own button.
 * The keys belong to the page again afterwards, not to the viewer.
 */
export function printFrame(frame: HTMLIFrameElement | null): void {
  if (!frame) return;
  const before = document.activeElement;
  try {
    frame.contentWindow?.focus();
    frame.contentWindow?.print();
    window.focus();
    if (before instanceof HTMLElement && before !== document.body) before.focus();
    else document.getElementById('main')?.focus({ preventScroll: true });
  } catch {
    window.open(frame.src, '_blank', 'noopener');
  }
}
