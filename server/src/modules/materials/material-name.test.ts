import { describe, expect, it } from 'vitest';
import { materialNameKey } from './material-name.ts';

describe('同名归并：材料名称的比较形式 (CAT-05)', () => {
  it.each<[string, string, string]>([
    ['全角与半角', '营业执照（副本）', '营业执照'], ['书名号', '《营业执照》', '营业执照'], ['空格', ' 营业 执照 ', '营业执照'],
    ['复印件', '营业执照复印件', '营业执照'], ['括号里的复印件', '营业执照(复印件)', '营业执照'], ['原件及复印件', '居民身份证原件及复印件', '居民身份证'],
    ['份数', '居民身份证复印件2份', '居民身份证'], ['盖章的副本', '营业执照【副本、加盖公章】复印件', '营业执照'], ['大写英文', 'GPS定位证明', 'gps定位证明'],
    ['全角英文', 'ＧＰＳ定位证明', 'gps定位证明'], ['顿号', '身份证、户口簿', '身份证户口簿'], ['正反面', '身份证（正反面）', '身份证'],
  ])('%s：%s', (_name, written, key) => expect(materialNameKey(written)).toBe(key));

  it.each([
    ['食品经营许可证（变更）', '食品经营许可证'], ['法定代表人身份证', '经办人身份证'], ['复印件', '原件'], ['建筑工程图纸', '建筑工程图'],
  ])('%s 与 %s 不是同一材料', (one, other) => expect(materialNameKey(one)).not.toBe(materialNameKey(other)));

  it('只有标点或只有“复印件”的名称仍可比较，长名称有界', () => {
    expect(materialNameKey('（）')).toBe('()');
    expect(materialNameKey('复印件')).toBe('复印件');
    expect(materialNameKey('图'.repeat(500))).toHaveLength(200);
  });
});
