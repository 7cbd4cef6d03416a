import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readPages } from '../jobs/read-pages.ts';
import { drawDocument } from '../testing/draw-document.ts';
import { likeness, plain } from '../text/plain.ts';
import { findTesseract } from './tesseract-engine.ts';
import { parseTsv } from './tesseract-tsv.ts';

const head = 'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext';
// Runs only where Tesseract with Chinese data is installed (apt install tesseract-ocr tesseract-ocr-chi-sim).
const tesseract = await findTesseract('tesseract');

describe('Tesseract (DEC-09)', () => {
  it('把逐字的输出拼成行，隔得远的分成两栏', () => {
    const word = (left: number, text: string) => `5\t1\t1\t1\t1\t1\t${left}\t100\t20\t20\t90\t${text}`;
    expect(parseTsv([head, '1\t1\t0\t0\t0\t0\t0\t0\t1000\t500\t-1\t', word(100, '营业'), word(122, '执照'), word(500, 'ABC'), word(525, '12')].join('\n'), { width: 1000, height: 500 })).toEqual([
      { text: '营业执照', confidence: 0.9, box: { left: 0.1, top: 0.2, width: 0.042, height: 0.04 } }, { text: 'ABC 12', confidence: 0.9, box: { left: 0.5, top: 0.2, width: 0.045, height: 0.04 } },
    ]);
  });

  it('没有安装的命令等于没有', async () => {
    expect(await findTesseract('tesseract-that-is-not-there')).toBeUndefined();
  });

  it.skipIf(tesseract === undefined)('读得出印刷的中文和位置（只在装有 Tesseract 的机器上运行）', { timeout: 60_000 }, async () => {
    const { picture } = await drawDocument(['营业执照', '名称 广安示范餐饮管理有限公司', '法定代表人 王示范']);
    const lines = await tesseract?.read({ id: 'test', content: picture, mediaType: 'image/jpeg' }) ?? [];
    expect(likeness(plain(lines.map(({ text }) => text).join('')), '营业执照名称广安示范餐饮管理有限公司法定代表人王示范')).toBeGreaterThan(0.8);
    expect(lines[0]?.box.top).toBeLessThan(0.2);
    // It also reads lines that stand on their side; the picture is set upright all the same.
    const sideways = await sharp(picture).rotate(90).jpeg().toBuffer();
    expect((await readPages({ id: 'test', mediaType: 'image/jpeg', pages: 1 }, sideways, tesseract, () => 0)).pages[0]?.turn.quarters).toBe(270);
  });
});
