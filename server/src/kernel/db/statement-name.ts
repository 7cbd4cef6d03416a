import { createHash } from 'node:crypto';

/** Statements kept prepared; each costs memory in every connection, and a platform has a few hundred. */
const most = 600;
/** Longest text worth it; longer ones are lists of many values, which seldom come again. */
const longest = 20_000;

const names = new Map<string, string>();

/** The name under which a statement stays prepared in a connection; undefined when it should be sent without one. */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= most || text.length > longest) return undefined;
  const name = `t${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`;
  names.set(text, name);
  return name;
}
