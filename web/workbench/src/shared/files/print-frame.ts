/** Prints the PDF in a frame; where a browser's viewer lets no page do so, opens it by itself, with the viewer's own button. */
export function printFrame(frame: HTMLIFrameElement | null): void {
  if (!frame) return;
  try {
    frame.contentWindow?.focus();
    frame.contentWindow?.print();
  } catch {
    window.open(frame.src, '_blank', 'noopener');
  }
}
