const placeholder = /\{(\w+)\}/g;

/** Names of the variables a text uses. */
export function variablesIn(text: string): string[] {
  return [...text.matchAll(placeholder)].map(([, name]) => name ?? '');
}

/** The first variable a text uses that was not declared. */
export function findUndeclared(texts: readonly (string | null | undefined)[], declared: readonly string[]): string | undefined {
  return texts.flatMap((text) => variablesIn(text ?? '')).find((name) => !declared.includes(name));
}

/** Longest value put into an SMS, in characters. */
export const longestSmsValue = 40;

/** A code, number or address: cutting it would spoil it. */
const indivisible = /^[\x21-\x7e]+$/;

/** Puts the values into the text; each loses its line breaks, and words longer than `longest` characters are cut. */
export function fillText(text: string, variables: Readonly<Record<string, string>>, longest = 200): string {
  return text.replace(placeholder, (_whole, name: string) => {
    const value = (variables[name] ?? '').replace(/\s+/gu, ' ').trim();
    const characters = [...value];
    return characters.length > longest && !indivisible.test(value) ? `${characters.slice(0, longest - 1).join('')}…` : value;
  });
}
