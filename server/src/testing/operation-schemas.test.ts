import type { TSchema } from '@tongban/contract-kit';
import { expect, it } from 'vitest';
import { compileSerializer } from '../kernel/http/serialization.ts';
import { compileValidator } from '../kernel/http/validation.ts';
import { modules } from '../modules.ts';

/** Schemas are compiled when they are first used, so a broken one would not be noticed at the start of the server. */
it('每个接口的输入和输出格式都能编译', () => {
  const faults: string[] = [];
  for (const { operation: { id, method, path: url, params, query, body, response } } of modules.flatMap((module) => module.routes ?? [])) {
    const tried: Record<string, () => unknown> = {};
    for (const [httpPart, schema] of Object.entries({ params, querystring: query, body })) {
      if (schema) tried[httpPart] = () => compileValidator({ schema, method, url, httpPart })({});
    }
    if (response) tried['response'] = () => serializeNothing(response, method, url);
    for (const [part, compile] of Object.entries(tried)) {
      try {
        compile();
      } catch (error) {
        faults.push(`${id} ${part}: ${String(error)}`);
      }
    }
  }
  expect(faults).toEqual([]);
});

/** An empty answer lacks what is required; that the serializer says so means that its schema was compiled. */
function serializeNothing(schema: TSchema, method: string, url: string): void {
  try {
    compileSerializer({ schema, method, url })({});
  } catch (error) {
    if (!(error instanceof Error && error.message.endsWith(' is required!'))) throw error;
  }
}
