/** Where a text stops being JSON, as people count: `第3行第15列`. */
export function locateJsonFault(text: string): string {
  const before = text.slice(0, faultOffset(text));
  const line = before.lastIndexOf('\n') + 1;
  return `第${before.split('\n').length}行第${before.length - line + 1}列`;
}

/** The engine tells the place of some faults; a text that ends too early is at fault at its end. */
function faultOffset(text: string): number {
  const message = faultOf(text);
  const told = /at position (\d+)/.exec(message);
  if (told) return Number(told[1]);
  if (!isStray(message)) return text.length;
  // Of a character out of place it tells only which: the shortest beginning that has it ends with it.
  let [sound, stray] = [0, text.length];
  while (stray - sound > 1) {
    const middle = Math.floor((sound + stray) / 2);
    if (isStray(faultOf(text.slice(0, middle)))) stray = middle;
    else sound = middle;
  }
  return sound;
}

function faultOf(text: string): string {
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

function isStray(message: string): boolean {
  return message.startsWith('Unexpected token');
}
