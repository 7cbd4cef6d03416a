import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ComparedLines } from './ComparedLines.tsx';

test('CAT-09 并排比对：只有一边有的逐条标出，两边都有的不标；只有一行的不标', () => {
  const before = '· 申请表\n· 营业执照\n· 设计文件';
  const after = '· 申请表\n· 设计文件\n· 批准文件';
  const [gone, added] = [renderToStaticMarkup(<ComparedLines shown={before} beside={after} as="del" />), renderToStaticMarkup(<ComparedLines shown={after} beside={before} as="ins" />)];
  expect(gone.match(/<del>.*?<\/del>/g)).toEqual(['<del>· 营业执照</del>']);
  expect(added.match(/<ins>.*?<\/ins>/g)).toEqual(['<ins>· 批准文件</ins>']);
  expect(gone).toContain('· 设计文件');
  expect(renderToStaticMarkup(<ComparedLines shown="20 个工作日" beside="15 个工作日" as="del" />)).toBe('20 个工作日');
});
