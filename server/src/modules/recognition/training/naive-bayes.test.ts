import { describe, expect, it } from 'vitest';
import { writeSamples } from '../../../seed/recognition/sample-texts.ts';
import { classify, train } from './naive-bayes.ts';
import { redact } from './redact.ts';

const classifier = train(writeSamples(16).map(({ code, text }) => ({ code, text: redact(text, []) })));
const shareRight = (texts: readonly { code: string; text: string }[]) => texts.filter(({ code, text }) => classify(classifier, redact(text, []))?.code === code).length / texts.length;

describe('材料分类 (DEC-05)', () => {
  it('没有见过的文书，缺了三分之一的行，仍然分得清', () => {
    expect(shareRight(writeSamples(20, { from: 100 }))).toBe(1);
    expect(shareRight(writeSamples(20, { from: 200, noise: 3 }))).toBeGreaterThan(0.95);
  });

  it('不像任何样本的文字把握低，没有汉字的不判断', () => {
    expect(classify(classifier, '春眠不觉晓处处闻啼鸟夜来风雨声花落知多少床前明月光疑是地上霜举头望明月低头思故乡')?.confidence ?? 0).toBeLessThan(0.3);
    expect(classify(classifier, 'INVOICE 2026')).toBeUndefined();
  });

  it('样本里不留姓名、号码、地址', () => {
    const kept = redact('姓名陈德福性别男\n住址四川省广安市广安区示范镇和平村9号\n公民身份号码511602194102030019\n承租方：广安示范餐饮有限公司', ['广安示范餐饮有限公司']);
    expect(kept).toBe('姓名○性别男\n住址○\n公民身份号码000000000000000000\n承租方:○');
  });
});
