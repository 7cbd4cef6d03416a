import type { Context } from '../../../kernel/context.ts';
import { answerOnce, findNearNames, findSharedPairs } from '../../catalog/index.ts';
import { nlpEngineOf, noteFailure } from '../connect.ts';
import type { MeantItem, meantWays } from '../contract.ts';

const most = 5;
/** Below this an engine is guessing. */
const leastSure = 0.3;

export interface Meant { items: MeantItem[]; by: (typeof meantWays)[number] }

/**
 * Items that a text is about (DEC-09). An engine names them and only those that the city offers are given; without an
 * engine, when it is away or names none of ours, by the pairs of characters that names share with the text.
 */
export async function findMeantItems(ctx: Context, text: string): Promise<Meant> {
  const connection = await nlpEngineOf(ctx.kernel);
  if (connection.state === 'ready') {
    try {
      const named = (await connection.engine.classify(text, most)).filter(({ confidence }) => confidence >= leastSure);
      const items = await findNearNames(ctx, named.map(({ name }) => name), most);
      if (items.length > 0) return { items, by: 'engine' };
    } catch (error) {
      ctx.kernel.log.warn({ err: error }, 'the language engine failed; the built-in way serves');
      noteFailure(ctx.kernel, 'nlp', error);
    }
  }
  return { items: await findSharedPairs(ctx, text, most), by: 'built-in' };
}

/** As `findMeantItems`, for everybody; what was just asked is answered from memory. */
export function suggestMeant(ctx: Context, q: string): Promise<Meant> {
  return answerOnce(ctx.kernel, JSON.stringify(['meant', q]), () => findMeantItems(ctx, q));
}
