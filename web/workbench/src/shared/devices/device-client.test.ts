import { describe, expect, it, vi } from 'vitest';
import { createDeviceClient, DeviceError } from './device-client.ts';

const card = { name: '周慧', sex: '女', nation: '汉', birthDate: '1986-01-14', address: '示例镇1号', number: '519999198601140024', issuer: '示例公安局', validFrom: '2020-01-01', validTo: null, photo: null };
const answer = (body: unknown, status = 200) => Promise.resolve(Response.json(body, { status }));
const troubleWith = async (work: Promise<unknown>) => work.then(() => 'none', (error: unknown) => (error instanceof DeviceError ? error.trouble : 'other'));

describe('本机设备服务：应答、拒绝、没有应答都有界、都说得出来', () => {
  it('读到的身份证只取约定的内容', async () => {
    const ask = vi.fn(() => answer({ card: { ...card, fingerprint: 'x' } }));
    expect(await createDeviceClient('http://127.0.0.1:18600', ask).readCard()).toEqual(card);
    expect(ask).toHaveBeenCalledWith('http://127.0.0.1:18600/card-readings', expect.objectContaining({ method: 'POST', credentials: 'omit', signal: expect.any(AbortSignal) as AbortSignal }));
  });

  it.each([
    ['没放证', () => answer({ code: 'no-card', message: '' }, 409), 'no-card'],
    ['正忙', () => answer({ code: 'busy' }, 503), 'busy'],
    ['没有允许这个网站', () => answer({ code: 'not-allowed' }, 403), 'not-allowed'],
    ['不认得的拒绝', () => answer({ code: 'whatever' }, 500), 'garbled'],
    ['少了姓名', () => answer({ card: { ...card, name: undefined } }), 'garbled'],
    ['不是 JSON', () => Promise.resolve(new Response('<html>')), 'garbled'],
    ['没有开', () => Promise.reject(new TypeError('Failed to fetch')), 'away'],
    ['不应答', () => Promise.reject(new DOMException('', 'TimeoutError')), 'late'],
  ])('%s', async (_what, ask, trouble) => {
    expect(await troubleWith(createDeviceClient('http://127.0.0.1:18600', ask).readCard())).toBe(trouble);
  });

  it('不认得的设备和状态不列出', async () => {
    const status = { name: '服务', version: '2', devices: [{ kind: 'camera', name: '高拍仪', state: 'ready' }, { kind: 'scanner', name: '别的', state: 'ready' }, { kind: 'printer', name: '打印机', state: '??' }] };
    expect((await createDeviceClient('http://127.0.0.1:18600', () => answer(status)).status()).devices).toEqual([{ kind: 'camera', name: '高拍仪', state: 'ready' }]);
  });

  it('签名：等到签好；中途取消的，告诉签名板不用等了', async () => {
    const asked: string[] = [];
    const pad = (states: string[]) => createDeviceClient('http://127.0.0.1:1', (input, init) => {
      asked.push(`${init?.method} ${new URL(String(input)).pathname}`);
      if (init?.method === 'POST') return answer({ id: 's1' }, 201);
      const state = states.shift() ?? 'waiting';
      return answer({ state, picture: state === 'signed' ? btoa('PNG') : null });
    });
    const signed = await pad(['waiting', 'signed']).sign(new AbortController().signal);
    expect([signed.type, await signed.text()]).toEqual(['image/png', 'PNG']);
    const giveUp = new AbortController();
    const waiting = troubleWith(pad([]).sign(giveUp.signal));
    giveUp.abort();
    expect(await waiting).toBe('cancelled');
    await vi.waitFor(() => expect(asked).toContain('DELETE /signatures/s1'));
  });
});
