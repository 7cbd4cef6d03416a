import { describe, expect, it } from 'vitest';
import { outlineSeal, sealToSvg } from './seal-outline.ts';

const extent = (path: string): number =>
  Math.max(...[...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => Math.hypot(Number(x), Number(y))));

describe('公章图样', () => {
  it.each(['广安区档案馆', '广安市广安区行政审批局', '广安市广安区住房和城乡建设局', '四川省广安市广安区人力资源和社会保障局行政', '中华人民共和国四川省广安市广安区人民政府政务服务和公共资源交易管理办公室'])(
    'everything of %s stays inside the ring',
    async (organization) => {
      const { path, ring } = await outlineSeal({ organization, purpose: '行政审批专用章', registrationNumber: '5116020001234' });
      expect(extent(path)).toBeLessThan(ring.radius - ring.width / 2);
      expect(path.match(/Z/g)?.length).toBeGreaterThan([...organization].length);
    },
  );

  it('draws rare characters and refuses those no face has', async () => {
    await expect(outlineSeal({ organization: '𠮷祥委员会' })).resolves.toMatchObject({ diameterMm: 42 });
    await expect(outlineSeal({ organization: '\uE001委员会' })).rejects.toMatchObject({ code: 'documents.missing-glyph' });
  });

  it('gives an SVG picture', async () => {
    expect(sealToSvg(await outlineSeal({ organization: '广安区档案馆' }))).toMatch(/^<svg xmlns[^>]*viewBox="-21 -21 42 42">.*<\/svg>$/);
  });
});
