import { Type, type Static, type TSchema } from '@tongban/contract-kit';
import { Value } from 'typebox/value';
import { createId } from '../../../kernel/db/index.ts';
import { askEngine, baseOf, EngineRefused } from '../../../kernel/engines/index.ts';
import type { NlpEngine } from './engine.ts';

const short = Type.String({ minLength: 1, maxLength: 200 });
const confidence = Type.Number({ minimum: 0, maximum: 1 });
const About = Type.Object({ name: Type.String({ minLength: 1, maxLength: 60 }), version: Type.String({ maxLength: 60 }) });
const Matches = Type.Object({ matches: Type.Array(Type.Object({ name: short, confidence }), { maxItems: 50 }) });
const Values = Type.Object({ values: Type.Array(Type.Object({ name: short, value: Type.String({ maxLength: 2_000 }), confidence }), { maxItems: 200 }) });
const Findings = Type.Object({
  findings: Type.Array(Type.Object({ at: Type.Integer({ minimum: 0 }), length: Type.Integer({ minimum: 0 }), problem: short, suggestion: Type.String({ maxLength: 500 }) }), { maxItems: 500 }),
});

/** Somebody waits for the answer: better the built-in way soon than the engine late. */
const timeoutMs = 3_000;
const call = { service: '自然语言接口', timeoutMs, mostBytes: 512 * 1024 } as const;

async function ask<S extends TSchema>(url: string, schema: S, body?: object): Promise<Static<S>> {
  const answer = await askEngine(call, url, body);
  if (!Value.Check(schema, answer)) throw new EngineRefused('自然语言接口的答复格式不正确');
  return answer;
}

/** Asks an engine behind `{base}` what it is. @throws Error when it does not answer by the contract of the module's README */
export async function connectNlpEngine(url: string): Promise<NlpEngine> {
  const base = baseOf(url);
  const about = await ask(`${base}/engine`, About);
  return {
    ...about,
    classify: async (text, limit) => (await ask(`${base}/classifications`, Matches, { id: createId(), text, limit })).matches.toSorted((a, b) => b.confidence - a.confidence).slice(0, limit),
    extract: async (text, wanted) => (await ask(`${base}/extractions`, Values, { id: createId(), text, fields: wanted })).values.filter(({ name }) => wanted.some((one) => one.name === name)),
    checkWording: async (text) => {
      const { findings } = await ask(`${base}/wording-checks`, Findings, { id: createId(), text });
      // What lies outside the text was found in something else.
      return findings.filter(({ at, length }) => at + length <= [...text].length);
    },
  };
}
