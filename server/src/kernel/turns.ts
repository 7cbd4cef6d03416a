import { setImmediate } from 'node:timers/promises';
import { elapsedMilliseconds } from './clock/index.ts';

/** How long work in the background holds up everything else that its process does, ms. */
const longestTurn = 5;

/** Lets long work give way: the function made here is awaited after each piece, and waits for others once a turn is used up. */
export function takeTurns(): () => Promise<void> {
  let began = elapsedMilliseconds();
  return async () => {
    if (elapsedMilliseconds() - began < longestTurn) return;
    await setImmediate();
    began = elapsedMilliseconds();
  };
}
