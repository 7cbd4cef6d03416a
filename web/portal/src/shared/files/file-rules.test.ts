import { describe, expect, it } from 'vitest';
import { acceptOf, fileFault, formatSize } from './file-rules.ts';

const rule = { fileTypes: ['pdf', 'jpg'], maxFiles: 2 };

describe('上传前先说清楚能不能传', () => {
  it.each([
    ['方案.pdf', 1000, 0, undefined],
    ['照片.JPEG', 1000, 1, undefined],
    ['程序.exe', 1000, 0, 'PDF、JPG'],
    ['没有扩展名', 1000, 0, 'PDF、JPG'],
    ['大文件.pdf', 200 * 1024 * 1024, 0, '200 MB'],
    ['空.pdf', 0, 0, '空文件'],
    ['第三个.pdf', 1000, 2, '最多上传 2 个'],
  ])('%s（%i 字节，已有 %i 个）', (name, size, already, word) => {
    const fault = fileFault({ name, size }, rule, already);
    if (word === undefined) expect(fault).toBeUndefined();
    else expect(fault).toContain(word);
  });

  it('大小写给人看', () => {
    expect([500, 2048, 3_565_158, 20 * 1024 * 1024].map(formatSize)).toEqual(['500 字节', '2 KB', '3.4 MB', '20 MB']);
  });

  it('选择文件时两种写法的 JPG 都列出', () => {
    expect(acceptOf(rule)).toBe('.pdf,.jpg,.jpeg');
  });
});
