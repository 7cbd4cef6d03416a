import { describe, expect, it } from 'vitest';
import { readAnswers, writeAnswers } from './answers.ts';

describe('情形引导的回答写进网址', () => {
  it('写出再读回不变', () => {
    const answers = [{ question: 'place', option: 'own-house' }, { question: 'area-100', option: 'yes' }];
    expect(readAnswers(writeAnswers(answers))).toEqual(answers);
  });

  it.each([[null, []], ['', []], ['place', []], ['place.own~<b>.x~size.big', [{ question: 'place', option: 'own' }, { question: 'size', option: 'big' }]]])(
    '%s 只读出完整的回答', (text, answers) => {
      expect(readAnswers(text)).toEqual(answers);
    },
  );
});
