const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * Computes the ISO/IEC 7064 MOD 37,36 check character of digits and capital letters.
 * Finds every single substitution and nearly all transpositions.
 */
export function mod3736Check(text: string): string {
  let product = 36;
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) throw new RangeError(`MOD 37,36 takes digits and capital letters only: ${character}`);
    const sum = (product + value) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return ALPHABET.charAt((37 - product) % 36);
}
