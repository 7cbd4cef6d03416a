import { Type, defineOperation } from '@tongban/contract-kit';
import { describe, expect, it } from 'vitest';
import { slimExport } from '../../vite/slim-contracts.ts';

describe('浏览器只得到契约中用得上的部分', () => {
  it('操作去掉结构说明', () => {
    const operation = defineOperation({
      id: 'intake.get-draft', method: 'GET', path: '/api/v1/drafts/:draftId', permission: 'signed-in', summary: '取回草稿',
      params: Type.Object({ draftId: Type.String() }), response: Type.Object({ id: Type.String() }),
    });
    expect(slimExport(operation)).toEqual({ id: 'intake.get-draft', method: 'GET', path: '/api/v1/drafts/:draftId' });
  });

  it('代码表保留，结构和函数去掉', () => {
    expect(slimExport({ valid: '有效' })).toEqual({ valid: '有效' });
    expect(slimExport(['person', 'company'])).toEqual(['person', 'company']);
    expect(slimExport(Type.Object({ id: Type.String() }))).toBeUndefined();
    expect(slimExport(Type.Unsafe({ type: 'string', enum: ['a'] }))).toBeUndefined();
    expect(slimExport(() => 1)).toBeUndefined();
  });
});
