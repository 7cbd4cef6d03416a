import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { OcrLine } from '../ocr/engine.ts';

interface SimulatorOptions {
  /** The text that stands on a picture; undefined when there is none. */
  textOf: (image: Buffer) => readonly OcrLine[] | undefined | Promise<readonly OcrLine[] | undefined>;
}

const mostBytes = 40 * 1024 * 1024;

/**
 * Makes a runnable OCR engine for tests and rehearsals, by the contract of the module's README: `GET /engine` says what it is,
 * `POST /readings {id, mediaType, image}` gives the lines of a picture. An id that ends in `busy` finds it busy (503),
 * one that ends in `refused` is refused for good (422).
 */
export function createOcrSimulator({ textOf }: SimulatorOptions): Server {
  async function read(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = parse(await readBody(request));
    if (!asked) return answer(response, 400, { message: '需要 id、mediaType、image' });
    if (asked.id.endsWith('busy')) return answer(response, 503, { message: '识别服务繁忙' });
    if (asked.id.endsWith('refused')) return answer(response, 422, { message: '图像不能识别' });
    answer(response, 200, { lines: (await textOf(Buffer.from(asked.image, 'base64'))) ?? [] });
  }
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://simulator');
    if (request.method === 'GET' && pathname === '/engine') answer(response, 200, { name: '文字识别模拟器', version: '1' });
    else if (request.method === 'POST' && pathname === '/readings') read(request, response).catch(() => { answer(response, 500, { message: '模拟器出错' }); });
    else answer(response, 404, { message: '没有这个地址' });
  });
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const part = Buffer.from(chunk as Uint8Array);
    bytes += part.length;
    if (bytes > mostBytes) return '';
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(body: string): { id: string; image: string } | undefined {
  try {
    const { id, image } = JSON.parse(body) as Record<string, unknown>;
    if (typeof id === 'string' && typeof image === 'string') return { id, image };
  } catch { /* not JSON: answered as incomplete */ }
  return undefined;
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
