import type { Server } from 'node:http';
import { createSimulator } from '../../../kernel/engines/index.ts';
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
  return createSimulator({
    'GET /engine': () => ({ body: { name: '文字识别模拟器', version: '1' } }),
    'POST /readings': async ({ body: { id, image } = {} }) => {
      if (typeof id !== 'string' || typeof image !== 'string') return { status: 400, body: { message: '需要 id、mediaType、image' } };
      if (id.endsWith('busy')) return { status: 503, body: { message: '识别服务繁忙' } };
      if (id.endsWith('refused')) return { status: 422, body: { message: '图像不能识别' } };
      return { body: { lines: (await textOf(Buffer.from(image, 'base64'))) ?? [] } };
    },
  }, { mostBytes });
}
