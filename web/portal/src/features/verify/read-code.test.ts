import { describe, expect, it } from 'vitest';
import { verificationCodeOf } from './read-code.ts';

describe('扫码得到的内容里取核验码', () => {
  it.each([
    ['https://zwfw.example.gov.cn/verify/AB12cd', 'AB12cd'],
    ['https://zwfw.example.gov.cn/verify/1.2.156.3005.2%2E9', '1.2.156.3005.2.9'],
    ['1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U', '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U'],
    ['https://other.example.com/verify/AB12cd', 'AB12cd'],
    ['https://other.example.com/pay?verify=AB12cd', undefined],
    ['https://zwfw.example.gov.cn/sign-in', undefined],
    ['javascript:alert(1)', undefined],
    ['abc', undefined],
  ])('%s → %s', (scanned, code) => {
    expect(verificationCodeOf(scanned)).toBe(code);
  });
});
