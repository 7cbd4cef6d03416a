import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createOcrSimulator, createPictureBook, type KnownPicture, type OcrLine } from '../modules/recognition/index.ts';

/** Pictures of a folder with the text beside them: 执照.jpg and 执照.json, a list of `{text, confidence, box}`. */
async function readBook(folder: string): Promise<KnownPicture[]> {
  const names = (await readdir(folder)).filter((name) => /\.(?:jpe?g|png)$/i.test(name));
  return Promise.all(names.map(async (name) => ({
    picture: await readFile(path.join(folder, name)), lines: JSON.parse(await readFile(path.join(folder, name.replace(/\.[^.]+$/, '.json')), 'utf8')) as OcrLine[],
  })));
}

/** `node scripts/run.mjs ocr-simulator [--port 8091] --pictures FOLDER`: a text recognition that knows the pictures of a folder. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '8091' }, host: { type: 'string', default: '127.0.0.1' }, pictures: { type: 'string' } } });
  const known = values.pictures === undefined ? [] : await readBook(values.pictures);
  const server = createOcrSimulator({ textOf: await createPictureBook(known) });
  server.listen(Number(values.port), values.host, () => {
    process.stdout.write(`文字识别模拟器已启动：http://${values.host}:${values.port}，认得 ${known.length} 张图片（以 OCR_ENGINE_URL 指向它）\n`);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { server.close(); server.closeAllConnections(); });
}

main().catch((error: unknown) => {
  process.stderr.write(`文字识别模拟器没有启动：${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
