import { describe, expect, it } from 'vitest';
import { columnWidths } from './column-widths.ts';

describe('列表的列宽', () => {
  it('定宽的列照写的宽度', () => {
    expect(columnWidths([{ width: '6rem' }, { width: '8rem' }])).toEqual(['6rem', '8rem']);
  });

  it('没有写宽度的列平分其余，但不会独占一整屏', () => {
    const share = 'min(28rem, (max(100cqi, 60rem) - (0px + 6rem)) / 2)';
    expect(columnWidths([{ width: '6rem' }, {}, {}], '60rem')).toEqual(['6rem', share, share]);
  });
});
