/**
 * The text of a file in UTF-8, UTF-16 with a mark, or GB18030 (which GBK and GB2312 are part of); undefined when it is none
 * of them. The mark is left out.
 */
export function decodeText(content: Buffer): string | undefined {
  if (content[0] === 0xff && content[1] === 0xfe) return decodeAs('utf-16le', content);
  if (content[0] === 0xfe && content[1] === 0xff) return decodeAs('utf-16be', content);
  // Text of people holds no NUL; binary files nearly always do.
  if (content.includes(0)) return undefined;
  return decodeAs('utf-8', content) ?? decodeAs('gb18030', content);
}

function decodeAs(encoding: string, content: Buffer): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(content);
    return /[\ue000-\uf8ff\u0001-\u0008\u000e-\u001f]/.test(text.slice(0, 100_000)) ? undefined : text;
  } catch {
    return undefined;
  }
}
