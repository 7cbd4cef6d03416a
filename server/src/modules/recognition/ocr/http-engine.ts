import { Type } from '@tongban/contract-kit';
import { Value } from 'typebox/value';
import { Box } from '../catalogue.contract.ts';
import { mostCharacters, mostLines, OcrRefused, type OcrEngine } from './engine.ts';

const About = Type.Object({ name: Type.String({ minLength: 1, maxLength: 60 }), version: Type.String({ maxLength: 60 }) });
const Answer = Type.Object({
  lines: Type.Array(Type.Object({ text: Type.String({ maxLength: 2_000 }), confidence: Type.Number({ minimum: 0, maximum: 1 }), box: Box }), { maxItems: 5_000 }),
});

const aboutTimeoutMs = 5_000;
const readTimeoutMs = 60_000;
const mostBytes = 4 * 1024 * 1024;

/** Asks an engine behind `{base}` what it is. @throws Error when it does not answer by the contract of the module's README */
export async function connectHttpEngine(baseUrl: string): Promise<OcrEngine> {
  const base = baseUrl.replace(/\/+$/, '');
  const about = await ask(`${base}/engine`, { signal: AbortSignal.timeout(aboutTimeoutMs) });
  if (!Value.Check(About, about)) throw new Error('文字识别接口没有按约定说明自己的名称和版本');
  return { ...about, read: (picture) => readByHttp(base, picture) };
}

/**
 * `POST {base}/readings` with `{id, mediaType, image}` (base64) answers `{lines: [{text, confidence, box}]}`.
 * A status of 4xx other than 408 and 429 refuses the picture for good, anything else is retried.
 */
async function readByHttp(base: string, { id, content, mediaType }: Parameters<OcrEngine['read']>[0]): ReturnType<OcrEngine['read']> {
  const answer = await ask(`${base}/readings`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id, mediaType, image: content.toString('base64') }), signal: AbortSignal.timeout(readTimeoutMs),
  });
  if (!Value.Check(Answer, answer)) throw new OcrRefused('文字识别接口的答复格式不正确');
  return answer.lines.slice(0, mostLines).map((line) => ({ ...line, text: line.text.slice(0, mostCharacters) }));
}

async function ask(url: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(url, { ...init, redirect: 'error' });
  const text = await readBounded(response);
  if (!response.ok) {
    const message = `文字识别接口答复 ${response.status}：${text.slice(0, 200)}`;
    if (response.status >= 400 && response.status < 500 && response.status !== 408 && response.status !== 429) throw new OcrRefused(message);
    throw new Error(message);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new OcrRefused('文字识别接口的答复不是 JSON');
  }
}

async function readBounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    const part = chunk as Uint8Array;
    bytes += part.length;
    if (bytes > mostBytes) throw new OcrRefused('文字识别接口的答复过长');
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString('utf8');
}
