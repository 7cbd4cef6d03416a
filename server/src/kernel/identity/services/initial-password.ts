import { randomInt } from 'node:crypto';

const letters = 'abcdefghjkmnpqrstuvwxyz';
const capitals = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const digits = '23456789';
const symbols = '@#%+=?';

function pick(alphabet: string): string {
  return alphabet.charAt(randomInt(alphabet.length));
}

/** A random initial password of 14 characters out of all four classes, without letters that are easily confused. */
export function createInitialPassword(): string {
  const drawn = [pick(letters), pick(capitals), pick(digits), pick(symbols)];
  while (drawn.length < 14) drawn.push(pick(letters + capitals + digits));
  for (let at = drawn.length - 1; at > 0; at -= 1) {
    const other = randomInt(at + 1);
    [drawn[at], drawn[other]] = [drawn[other] ?? '', drawn[at] ?? ''];
  }
  return drawn.join('');
}
