import { describe, expect, it } from 'vitest';
import type { FieldRule } from '../catalogue.contract.ts';
import { fictitiousCreditCode, fictitiousResidentId } from '../../../kernel/identity/fictitious-numbers.ts';
import { findFields } from './find-fields.ts';
import type { PageLine } from './plain.ts';
import { readValue } from './read-value.ts';

const line = (text: string, row: number, left = 0.1): PageLine => ({ text, confidence: 0.9, page: 1, box: { left, top: row / 10, width: 0.35, height: 0.04 } });
const rule = (change: Partial<FieldRule>): FieldRule => ({ key: 'value', label: '', kind: 'text', anchors: [], elements: [], required: false, notPast: false, region: null, ...change });
const read = (lines: PageLine[], change: Partial<FieldRule>, others: FieldRule[] = []) => findFields(lines, [rule(change), ...others]).find(({ key }) => key === 'value')?.value;
const number = fictitiousResidentId(7);
const code = fictitiousCreditCode(7);

describe('从文字中读取内容 (DEC-05)', () => {
  it.each<[string, PageLine[], Partial<FieldRule>, string | undefined]>([
    ['字后面，字间有空格', [line('姓 名 陈德福', 1)], { kind: 'name', anchors: ['姓名'] }, '陈德福'],
    ['同一行还有下一项', [line('姓名陈德福性别男', 1)], { kind: 'name', anchors: ['姓名'] }, '陈德福'],
    ['右边一栏', [line('住所', 1), line('广安区测试路1号', 1, 0.5)], { kind: 'address', anchors: ['住所'] }, '广安区测试路1号'],
    ['下面一行', [line('住所：', 1), line('广安区测试路1号', 1.7)], { kind: 'address', anchors: ['住所'] }, '广安区测试路1号'],
    ['没有印字，凭校验位', [line(`1 ${number} x`, 1)], { kind: 'resident-id', anchors: ['公民身份号码'] }, number],
    ['把0认成O', [line(`统一社会信用代码 ${code.replaceAll('0', 'O')}`, 1)], { kind: 'credit-code', anchors: ['统一社会信用代码'] }, code],
    ['起止日期取止', [line('有效期限：2024年06月01日至2027年5月31日', 1)], { kind: 'date', anchors: ['有效期限'] }, '2027-05-31'],
    ['长期', [line('营业期限 长期', 1)], { kind: 'date', anchors: ['营业期限'] }, '长期'],
    ['没有', [line('经营范围 餐饮', 1)], { kind: 'name', anchors: ['姓名'] }, undefined],
    ['框选区域优先', [line('编号 川A001', 1), line('川B002', 5, 0.6)], { kind: 'number', anchors: ['编号'], region: { left: 0.55, top: 0.48, width: 0.45, height: 0.1 } }, '川B002'],
  ])('%s', (_name, lines, change, expected) => {
    expect(read(lines, change)).toBe(expected);
  });

  it('校验位不对的号码把握低，不会当作确定的差异', () => {
    const wrong = number.slice(0, -1) + (number.endsWith('1') ? '2' : '1');
    expect(readValue('resident-id', wrong)?.fitness).toBeLessThan(0.5);
  });
});
