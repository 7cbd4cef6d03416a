/** Puts a text on the clipboard; on plain http browsers offer the old way alone. Gives whether it is there. */
export async function copyText(text: string): Promise<boolean> {
  if (window.isSecureContext) return navigator.clipboard.writeText(text).then(() => true, () => false);
  const held = document.createElement('textarea');
  held.value = text;
  held.className = 'visually-hidden';
  document.body.append(held);
  held.select();
  const copied = document.execCommand('copy');
  held.remove();
  return copied;
}
