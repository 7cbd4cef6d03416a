import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { runSimulator } from '../kernel/engines/index.ts';
import { createOcrSimulator, createPictureBook, type KnownPicture, type OcrLine } from '../modules/recognition/index.ts';

/** Pictures of a folder with the text beside them: 执照.jpg and 执照.json, a list of `{text, confidence, box}`. */
async function readBook(folder: string): Promise<KnownPicture[]> {
  const names = (await readdir(folder)).filter((name) => /\.(?:jpe?g|png)$/i.test(name));
  return Promise.all(names.map(async (name) => ({
    picture: await readFile(path.join(folder, name)), lines: JSON.parse(await readFile(path.join(folder, name.replace(/\.[^.]+$/, '.json')), 'utf8')) as OcrLine[],
  })));
}

/** `node scripts/run.mjs ocr-simulator [--port 8091] --pictures FOLDER`: a text recognition that knows the pictures of a folder. */
void runSimulator({
  name: '文字识别模拟器', port: '8091', options: ['pictures'], hint: '以 OCR_ENGINE_URL 指向它；只认得 --pictures 目录里的图片',
  make: async ({ pictures }) => createOcrSimulator({ textOf: await createPictureBook(pictures === undefined ? [] : await readBook(pictures)) }),
});
