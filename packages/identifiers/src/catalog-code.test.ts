import { describe, expect, it } from 'vitest';
import { parseCatalogCode } from './catalog-code.ts';

describe('基本编码 (CAT-01)', () => {
  it('拆出区划、类型、指导部门、主项、子项', () => {
    expect(parseCatalogCode('000104002000')).toEqual({
      ok: true, normalized: '000104002000', region: '00', taskType: '01', guidanceDepartment: '04', mainItem: '002', subItem: '000', mainCode: '000104002000',
    });
    expect(parseCatalogCode(' ４４0118009０01 ')).toMatchObject({ ok: true, region: '44', subItem: '001', mainCode: '440118009000' });
    expect(parseCatalogCode('00011711200y')).toMatchObject({ ok: true, normalized: '00011711200Y', subItem: '00Y', mainCode: '000117112000' });
  });

  it.each([
    ['', 'empty', '请填写'], ['00010400200', 'wrong-length', '当前为11位'], ['0001040020000', 'wrong-length', '当前为13位'], ['0001040A2000', 'wrong-format', '主项3位'],
    ['990104002000', 'unknown-region', '“99”'], ['000104000000', 'no-main-item', '001至999'], ['00-104002000', 'wrong-format', '依次组成'],
  ])('%s 被拒绝并说明原因', (text, code, message) => {
    const outcome = parseCatalogCode(text);
    expect(outcome).toMatchObject({ ok: false, code });
    expect(!outcome.ok && outcome.message).toContain(message);
  });
});
