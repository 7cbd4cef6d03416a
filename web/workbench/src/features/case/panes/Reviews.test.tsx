import type { CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Reviews } from './Reviews.tsx';

type Review = CaseView['reviews'][number];

const points: Review['points'] = [
  { condition: '年满80周岁。', pointKey: 'age', text: '查询户籍登记', satisfied: true, remark: null },
  { materialKey: 'card', pointKey: 'valid', text: '在有效期内', satisfied: true, remark: null },
];
const review: Review = { organizationName: '广安区民政局', reviewerName: '周敏', step: 'acceptance', conclusion: 'pass', opinion: '予以受理。', at: '2026-11-30T02:00:00.000Z', superseded: false, points };
const materials = [{ key: 'card', name: '身份证' }];
const shown = (...reviews: Review[]): string => renderToStaticMarkup(<Reviews view={{ reviews, materials }} />);

test('HND-04 每条意见写明核对了几条要点，展开看到所在的条件或者材料和核对结果', () => {
  const html = shown(review);
  expect(html).toContain('核对要点 2 条，全部符合');
  expect(html).toContain('aria-expanded="false"');
  expect(html.match(/<li class="is-passed">.*?<\/li>/g)?.map((line) => line.replace(/<[^>]+>/g, ''))).toEqual(['符合查询户籍登记　年满80周岁。', '符合在有效期内　身份证']);
});

test('HND-04 不符合的要点连同说明始终写出；没有要点的意见不提要点', () => {
  const html = shown({ ...review, conclusion: 'fail', points: points.map((point) => (point.materialKey ? { ...point, satisfied: false, remark: '上月到期' } : point)) });
  expect(html).toContain('核对要点 2 条，1 条不符合');
  expect(html).toMatch(/<li class="is-failed">.*在有效期内（上月到期）.*身份证/);
  expect(shown({ ...review, points: [] })).not.toContain('核对要点');
});
