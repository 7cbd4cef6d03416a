import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWindowDevicesSimulator } from './window-devices-simulator.ts';

const origin = 'https://zwfw.example';
const server = createWindowDevicesSimulator({ cards: [{ name: '𠮷振邦', sex: '男', birthDate: '1983-04-19', number: '519999198304190074' }, { name: '龙㛃', sex: '女', birthDate: '1998-05-27', number: '519999199805270041' }], origins: [origin] });
let base = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => { server.close(); server.closeAllConnections(); });

async function ask(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<{ status: number; headers: Headers; body: Record<string, unknown> }> {
  const response = await fetch(base + path, { method, headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) }, ...(body ? { body: JSON.stringify(body) } : {}) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? {} : JSON.parse(text) as Record<string, unknown> };
}
const sizeOf = async (base64: unknown) => { const { format, width } = await sharp(Buffer.from(String(base64), 'base64')).metadata(); return { format, width }; };

describe('窗口设备模拟器 (INT-02, INT-05)', () => {
  it('报告四种设备；读卡器上的证可以换、可以拿走', async () => {
    expect((await ask('GET', '/status')).body['devices']).toMatchObject([{ kind: 'card-reader', state: 'ready' }, { kind: 'camera' }, { kind: 'signature-pad' }, { kind: 'printer' }]);
    expect((await ask('POST', '/card-readings', {})).body['card']).toMatchObject({ name: '𠮷振邦', nation: '汉', validTo: '2040-01-01' });
    await ask('POST', '/simulator', { card: '龙㛃' });
    expect((await ask('POST', '/card-readings', {})).body['card']).toMatchObject({ name: '龙㛃', sex: '女' });
    await ask('POST', '/simulator', { card: null });
    expect(await ask('POST', '/card-readings', {})).toMatchObject({ status: 409, body: { code: 'no-card' } });
  });

  it('高拍的一页和签名都是画出来的 PNG；签名等人签，也可以取消', async () => {
    expect(await sizeOf((await ask('POST', '/pictures', {})).body['data'])).toEqual({ format: 'png', width: 1_240 });
    const id = String((await ask('POST', '/signatures', {})).body['id']);
    expect((await ask('GET', `/signatures/${id}`)).body).toEqual({ state: 'waiting', picture: null });
    const signed = (await ask('GET', `/signatures/${id}`)).body;
    expect([signed['state'], await sizeOf(signed['picture'])]).toEqual(['signed', { format: 'png', width: 900 }]);
    const other = String((await ask('POST', '/signatures', {})).body['id']);
    await ask('DELETE', `/signatures/${other}`);
    expect((await ask('GET', `/signatures/${other}`)).body['state']).toBe('cancelled');
  });

  it.each([['camera', 'offline', 'POST', '/pictures'], ['card-reader', 'busy', 'POST', '/card-readings'], ['signature-pad', 'fault', 'POST', '/signatures']] as const)('%s 可以设为 %s，恢复后照常', async (kind, state, method, path) => {
    await ask('POST', '/simulator', { card: '龙㛃', states: { [kind]: state } });
    expect(await ask(method, path, {})).toMatchObject({ status: 503, body: { code: state } });
    await ask('POST', '/simulator', { states: { [kind]: 'ready' } });
    expect((await ask(method, path, {})).status).toBeLessThan(300);
  });

  it('只应答被允许的网站，浏览器预先询问时也是', async () => {
    const asked = await ask('OPTIONS', '/card-readings', undefined, { origin, 'access-control-request-method': 'POST', 'access-control-request-private-network': 'true' });
    expect([asked.status, asked.headers.get('access-control-allow-origin'), asked.headers.get('access-control-allow-private-network')]).toEqual([204, origin, 'true']);
    expect(await ask('POST', '/card-readings', {}, { origin: 'https://evil.example' })).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect((await ask('OPTIONS', '/card-readings', undefined, { origin: 'https://evil.example' })).status).toBe(403);
  });
});
