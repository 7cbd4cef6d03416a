const digit = '[0-9０-９]';
const outside = '[0-9０-９A-Za-z]';
/** Numbers of resident identity cards, bank cards, mobiles, telephones, passports and permits, together or in groups. */
const shapes = [
  `${digit}{6} ?${digit}{8} ?${digit}{3}[0-9０-９XxＸｘ]`, `${digit}{15,19}`, `${digit}{4}(?: ${digit}{4}){3}(?: ${digit}{1,3})?`,
  `(?:\\+?86[ -]?)?1[3-9]${digit}[ -]?${digit}{4}[ -]?${digit}{4}`, `0${digit}{2,3}[ -]?${digit}{7,8}`, `[A-Za-z]{1,2}${digit}{7,10}`,
];
const numbers = new RegExp(`(?<!${outside})(?:${shapes.join('|')})(?!${outside})`, 'g');

/** A text in which nothing stands by which a person is numbered, and the way back. */
export interface WithoutNumbers {
  /** As long as the original, so that places in it are places in the original. */
  readonly text: string;
  /** Puts the numbers back into what an engine said; undefined when it made something of a stand-in that has no sense. */
  readonly restore: (said: string) => string | undefined;
}

/**
 * Puts stand-ins for the numbers of persons in a text: digits that begin with noughts, so that they are found where a
 * number is looked for and are nobody's. The same number has the same stand-in.
 */
export function withoutNumbers(original: string): WithoutNumbers {
  const serials = new Map<string, string>();
  let last = 7_000;
  const standInOf = (number: string): string => {
    let serial = serials.get(number);
    if (serial === undefined) {
      do last += 1; while (original.includes(String(last)));
      serial = String(last);
      serials.set(number, serial);
    }
    return serial.padStart(number.length, '0');
  };
  const text = original.replace(numbers, standInOf);
  const isPiece = (said: string): boolean => [...serials.values()].some((serial) => said.includes(serial)) || (serials.size > 0 && /0{7}/.test(said) && !original.includes('0000000'));
  return {
    text,
    restore: (said) => {
      const whole = [...serials.keys()].reduce((restored, number) => restored.replaceAll(standInOf(number), () => number), said);
      return isPiece(whole) ? undefined : whole;
    },
  };
}
