import { Type } from '@tongban/contract-kit';
import { Value } from 'typebox/value';
import { askEngine, baseOf, EngineRefused } from '../../../kernel/engines/index.ts';
import { Box } from '../catalogue.contract.ts';
import { mostCharacters, mostLines, type OcrEngine } from './engine.ts';

const About = Type.Object({ name: Type.String({ minLength: 1, maxLength: 60 }), version: Type.String({ maxLength: 60 }) });
const Answer = Type.Object({
  lines: Type.Array(Type.Object({ text: Type.String({ maxLength: 2_000 }), confidence: Type.Number({ minimum: 0, maximum: 1 }), box: Box }), { maxItems: 5_000 }),
});

const call = { service: '文字识别接口', timeoutMs: 60_000, mostBytes: 4 * 1024 * 1024 } as const;
const aboutTimeoutMs = 5_000;

/** Asks an engine behind `{base}` what it is. @throws Error when it does not answer by the contract of the module's README */
export async function connectHttpEngine(baseUrl: string): Promise<OcrEngine> {
  const base = baseOf(baseUrl);
  const about = await askEngine({ ...call, timeoutMs: aboutTimeoutMs }, `${base}/engine`);
  if (!Value.Check(About, about)) throw new Error('文字识别接口没有按约定说明自己的名称和版本');
  return { ...about, read: (picture) => readByHttp(base, picture) };
}

/**
 * `POST {base}/readings` with `{id, mediaType, image}` (base64) answers `{lines: [{text, confidence, box}]}`.
 * A status of 4xx other than 408 and 429 refuses the picture for good, anything else is retried.
 */
async function readByHttp(base: string, { id, content, mediaType }: Parameters<OcrEngine['read']>[0]): ReturnType<OcrEngine['read']> {
  const answer = await askEngine(call, `${base}/readings`, { id, mediaType, image: content.toString('base64') });
  if (!Value.Check(Answer, answer)) throw new EngineRefused('文字识别接口的答复格式不正确');
  return answer.lines.slice(0, mostLines).map((line) => ({ ...line, text: line.text.slice(0, mostCharacters) }));
}
