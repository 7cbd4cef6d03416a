import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { spoil } from './open-page.ts';
import { hasFocus } from './walk-by-keys.ts';

/** Seconds of a practised person, by the keystroke-level model (Card, Moran, Newell 1980): a key, pointing and clicking, a moment's thought before a field. */
const seconds = { key: 0.2, pointing: 1.1, thought: 1.35 } as const;
/** Keys for one Chinese character with an input method: two or three letters, and its share of choosing the word. */
const keysForCharacter = 3.5;

export interface KeyCount { keys: number; pointings: number; thoughts: number; seconds: number }

export interface CountedKeys {
  /** Thinks, then types into what has the focus. */
  type(text: string): Promise<void>;
  /** One key, or several in a row, without thinking. */
  press(...keys: readonly string[]): Promise<void>;
  /** Looks at what to do next. */
  think(): void;
  /** The focus has come there by itself. */
  arrive(target: Locator): Promise<void>;
  count(): Promise<KeyCount>;
}

/** Works on a page by its keys alone and counts what a practised clerk would do; a pointer that is used all the same is counted, too. */
export async function countKeys(page: Page): Promise<CountedKeys> {
  let [keys, thoughts] = [0, 0];
  let pointings = 0;
  spoil(page);
  await page.exposeFunction('countPointing', () => { pointings += 1; });
  await page.addInitScript(() => { addEventListener('pointerdown', () => { (globalThis as { countPointing?: () => void }).countPointing?.(); }, true); });
  return {
    type: async (text) => {
      thoughts += 1;
      for (const character of text) keys += /[\u3400-\u9fff]/.test(character) ? keysForCharacter : 1;
      await page.keyboard.type(text);
    },
    press: async (...pressed) => {
      for (const key of pressed) {
        keys += key.split('+').length;
        await page.keyboard.press(key);
      }
    },
    think: () => { thoughts += 1; },
    arrive: async (target) => { await expect.poll(() => hasFocus(target), { message: `${String(target)} has the focus` }).toBe(true); },
    count: async () => {
      const whole = Math.ceil(keys);
      return { keys: whole, pointings, thoughts, seconds: Math.round(whole * seconds.key + pointings * seconds.pointing + thoughts * seconds.thought) };
    },
  };
}
