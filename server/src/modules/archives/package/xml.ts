/** A node of an XML text: a name with text, or with nodes; absent values are left out. */
export interface XmlNode {
  readonly name: string;
  readonly content: string | number | readonly XmlNode[];
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

// What XML 1.0 cannot hold is left out: an archive must stay readable for decades.
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export function node(name: string, content: XmlNode['content'] | null | undefined): XmlNode[] {
  return content === null || content === undefined ? [] : [{ name, content }];
}

/** An XML document with its declaration, indented, UTF-8. */
export function writeXml(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, '')}\n`;
}

function write({ name, content }: XmlNode, indent: string): string {
  if (typeof content !== 'object') return `${indent}<${name}>${escape(String(content))}</${name}>`;
  if (content.length === 0) return `${indent}<${name}/>`;
  return [`${indent}<${name}>`, ...content.map((child) => write(child, `${indent}  `)), `${indent}</${name}>`].join('\n');
}

function escape(text: string): string {
  return text.replace(unwritable, '').replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);
}
