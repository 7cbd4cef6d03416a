import type { Context } from '../../../kernel/context.ts';
import { reasonOf } from '../../../kernel/engines/index.ts';
import { ocrEngineOf } from './engine-of.ts';

/** Which text recognition would read now: none, one that does not answer and why, or which. */
export async function describeOcr({ kernel }: Pick<Context, 'kernel'>): Promise<{ state: 'none' } | { state: 'away'; reason: string } | { state: 'ready'; engine: { name: string; version: string } }> {
  try {
    const engine = await ocrEngineOf(kernel);
    return engine ? { state: 'ready', engine } : { state: 'none' };
  } catch (error) {
    return { state: 'away', reason: reasonOf(error) };
  }
}
