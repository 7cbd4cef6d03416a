const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters XML cannot hold, and the spelling that would be read as one of them. */
const unwritable = /_x[0-9A-Fa-f]{4}_|[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g;

/** Text for XML; what it cannot hold is spelled `_x000B_`, as Excel does. */
export function xmlText(text: string): string {
  return text.replace(unwritable, spell).replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);
}

function spell(found: string): string {
  return found.length > 1 ? `_x005F_${found.slice(1)}` : `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** Undoes the spelling `_x000B_`; entities are the parser's business. */
export function unspell(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
}
