import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawDocument } from '../testing/draw-document.ts';
import { listPdfPictures } from './pdf-pictures.ts';
import { judgeQuality } from './quality.ts';
import { findTilt, greyOf, liesSideways, sizeOf } from './upright.ts';
import { scanOf } from '../testing/draw-document.ts';

const lines = ['营业执照', '统一社会信用代码 91510000MA00000000', '名称 广安示范餐饮管理有限公司', '类型 有限责任公司', '住所 四川省广安市广安区测试路1号', '经营范围 餐饮服务；食品销售；劳务派遣服务', '登记机关 广安区市场监督管理局'];
let good: Buffer;
beforeAll(async () => { good = (await drawDocument(lines)).picture; });

const asIs = { quarters: 0, degrees: 0 } as const;
async function judge(picture: Buffer) {
  const { width, height } = await sizeOf(picture);
  return judgeQuality(await greyOf(picture, asIs, 1_000), { long: Math.max(width, height), tilt: findTilt(await greyOf(picture, asIs, 600)) });
}
const jpeg = (image: sharp.Sharp) => image.jpeg().toBuffer();

describe('图像质量 (DEC-04)', () => {
  it.each<[string, () => Promise<Buffer>, string[]]>([
    ['清晰的没有提示', async () => good, []],
    ['模糊', () => jpeg(sharp(good).blur(5)), ['blurred']],
    ['过暗', () => jpeg(sharp(good).linear(0.35, 0)), ['dark']],
    ['倾斜', () => jpeg(sharp(good).rotate(5, { background: '#fff' })), ['tilted']],
    ['分辨率低', () => jpeg(sharp(good).resize(460)), ['small']],
    ['几乎空白', () => jpeg(sharp({ create: { width: 1000, height: 1400, channels: 3, background: '#eee' } })), ['pale']],
    ['缺边', () => jpeg(sharp(good).extract({ left: 300, top: 90, width: 700, height: 1200 })), ['cut']],
  ])('%s', async (_name, make, expected) => {
    expect(await judge(await make())).toEqual(expected);
  });

  it('找出倾斜的角度和方向', async () => {
    for (const degrees of [-6, -3, 3, 6]) expect(findTilt(await greyOf(await jpeg(sharp(good).rotate(degrees, { background: '#fff' })), asIs, 600))).toBeCloseTo(-degrees, 0);
    expect(liesSideways(await greyOf(good, { quarters: 90, degrees: 0 }, 600))).toBe(true);
    expect(liesSideways(await greyOf(good, asIs, 600))).toBe(false);
  });

  it('扫描的 PDF 按页取图，数得清总页数；坏的、加密的不取', () => {
    expect(listPdfPictures(scanOf(Array.from({ length: 12 }, () => good)), 5)).toMatchObject({ total: 12, pictures: { length: 5 } });
    expect(listPdfPictures(Buffer.from('%PDF-1.7 /Encrypt /DCTDecode stream'))).toEqual({ pictures: [], total: 0 });
    expect(listPdfPictures(Buffer.from('obj << /Subtype /Image /Filter /DCTDecode >> stream\nnot a picture'))).toEqual({ pictures: [], total: 0 });
  });
});
