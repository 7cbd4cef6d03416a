import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSimulator, type SimulatorRequest } from '../../../kernel/engines/index.ts';
import { useTestCity, type Signed } from '../../../testing/test-city.ts';
import { checkWording, classifyText, extractValues, suggestMeant } from '../contract.ts';
import { withoutNumbers } from './stand-ins.ts';

const sent: string[] = [];
/** An engine that keeps what it was sent, finds runs of digits and quotes what it complains of. */
const engine = createSimulator({
  'GET /engine': () => ({ body: { name: '留底', version: '1' } }),
  'POST /classifications': (request) => ({ body: { matches: [{ name: keep(request).includes('补贴') ? '80周岁以上老年人高龄津贴申领' : '无', confidence: 0.9 }] } }),
  'POST /extractions': (request) => {
    const runs = keep(request).match(/\d{9,}/g) ?? [];
    return { body: { values: [...runs.map((value, at) => ({ name: ['first', 'second', 'third'][at] ?? 'more', value, confidence: 0.9 })), { name: 'born', value: (runs[0] ?? '').slice(-4), confidence: 0.9 }] } };
  },
  'POST /wording-checks': (request) => {
    const text = keep(request);
    const number = /\d{11,}/.exec(text)?.[0] ?? '';
    return { body: { findings: [{ at: text.indexOf('尽快'), length: 2, problem: `“尽快联系${number}”没有期限`, suggestion: '写明期限' }] } };
  },
});
const keep = ({ body }: SimulatorRequest): string => {
  sent.push(JSON.stringify(body));
  return String(body?.['text']);
};
await new Promise<void>((resolve) => { engine.listen(0, '127.0.0.1', resolve); });
afterAll(() => { engine.close(); engine.closeAllConnections(); });

const city = useTestCity({ env: { NLP_ENGINE_URL: `http://127.0.0.1:${(engine.address() as AddressInfo).port}` } });
let keeper: Signed;
beforeAll(async () => { keeper = await city().itemAdministrator(); });

const idNumber = '511602194102030015', mobile = '13812343210', card = '6222021001116245702';
const text = `我妈身份证${idNumber}，电话${mobile}，卡号${card}，请尽快办补贴。`;

describe('发给自然语言接口的文字 (DEC-09)', () => {
  it('归类、推荐、检查用词、取出内容：证件、手机、银行卡号码都不出平台', async () => {
    expect(await keeper.http.call(classifyText, { body: { text } })).toMatchObject({ by: 'engine', items: [{ itemId: city().itemId('elderly-allowance') }] });
    const visitor = await city().person();
    expect(await visitor.http.call(suggestMeant, { query: { q: `补贴 ${idNumber}` } })).toMatchObject({ by: 'engine' });
    await keeper.http.call(checkWording, { body: { text } });
    await keeper.http.call(extractValues, { body: { text, fields: [{ name: 'first', label: '身份证号', type: 'text' }] } });
    expect(sent).toHaveLength(4);
    for (const number of [idNumber, mobile, card, idNumber.slice(0, 6), idNumber.slice(-4), mobile.slice(-4), card.slice(-4)]) expect(sent.join('\n')).not.toContain(number);
  });

  it('取出的号码还是原来的号码；引擎从代替的数字推出来的不要', async () => {
    const fields = (['first', 'second', 'third', 'born'] as const).map((name) => ({ name, label: name, type: 'text' as const }));
    const { values } = await keeper.http.call(extractValues, { body: { text, fields } });
    expect(values).toEqual([{ name: 'first', value: idNumber, confidence: 0.9 }, { name: 'second', value: mobile, confidence: 0.9 }, { name: 'third', value: card, confidence: 0.9 }]);
  });

  it('检查用词指的位置和引的原文不变', async () => {
    const { findings } = await keeper.http.call(checkWording, { body: { text } });
    expect(findings).toEqual([{ at: text.indexOf('尽快'), length: 2, problem: `“尽快联系${idNumber}”没有期限`, suggestion: '写明期限' }]);
  });
});

describe('号码的代替 (DEC-09)', () => {
  it.each([
    ['身份证', '51160219410203001X'], ['分段的身份证', '511602 19410203 001x'], ['老身份证', '511602410203001'], ['全角', '５１１６０２１９４１０２０３００１５'], ['银行卡', '6222 0210 0111 6245 702'],
    ['手机', '138-1234-3210'], ['带国号的手机', '+86 13812343210'], ['座机', '0826-2345678'], ['护照', 'E12345678'], ['通行证', 'H1234567890'],
  ])('%s', (_what, number) => {
    const original = `号码：${number}。`;
    const { text: without, restore } = withoutNumbers(original);
    expect(without).toMatch(/^号码：0+7001。$/);
    expect(without).toHaveLength(original.length);
    expect(restore(without)).toBe(original);
  });

  it('日期、金额、统一社会信用代码不是个人的号码，照发', () => {
    const plain = '2026年11月20日至2026-12-31，3000元，91510600MA62D3XT5C，第1234号。';
    expect(withoutNumbers(plain)).toMatchObject({ text: plain });
    expect(withoutNumbers(plain).restore(plain)).toBe(plain);
  });

  it('同一号码代替的一样，不同的不同；不与原文里的数字相混', () => {
    const { text: without } = withoutNumbers('7001室 13812343210 13912343210 13812343210');
    expect(without).toBe('7001室 00000007002 00000007003 00000007002');
  });
});
