import { defineOperation, Text, Type } from '@tongban/contract-kit';
import { useTestDatabase } from '@tongban/testkit';
import type { FastifyInstance } from 'fastify';
import { once } from 'node:events';
import { connect } from 'node:net';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { anonymous, type StaffActor } from '../access/index.ts';
import { createTestClock } from '../clock/index.ts';
import { loadConfig } from '../config/index.ts';
import type { Kernel } from '../context.ts';
import { defineErrors } from '../errors/index.ts';
import { silentLogger } from '../log.ts';
import { defineModule, handle } from '../module/index.ts';
import { buildApp } from './index.ts';

const fail = defineErrors({
  'sample.closed': { kind: 'rule-violated', title: '“{name}”已关闭', detail: '请先重新开启。' }, 'sample.busy': { kind: 'unavailable', title: '正忙', detail: '请稍后。' },
});
const database = useTestDatabase();
const officer: StaffActor = {
  kind: 'staff', id: 'officer', name: '王敏', sessionId: 's', organizationId: 'o', organizationName: '', organizationPath: '/o/', regionCode: '511602000000',
  postCodes: [], roleCodes: [], permissions: new Map([['sample.thing.do', { kind: 'all' }]]),
};
const body = Type.Object({ name: Text(5, { minLength: 1 }), age: Type.Optional(Type.Integer({ minimum: 0 })) });
const response = Type.Object({ name: Type.String(), by: Type.String(), run: Type.Integer() });
let runs = 0;
const act = defineOperation({ id: 'sample.act', method: 'POST', path: '/api/v1/sample', summary: '做', permission: 'sample.thing.do', body, response, idempotent: true });
const broken = defineOperation({ id: 'sample.break', method: 'GET', path: '/api/v1/sample/:kind', summary: '坏', permission: 'public', params: Type.Object({ kind: Text(10) }), query: Type.Object({ n: Type.Optional(Type.Integer()) }) });
const send = defineOperation({ id: 'sample.send', method: 'POST', path: '/api/v1/sample-files', summary: '传', permission: 'sample.thing.do', bodyKind: 'multipart', response: Type.Object({ size: Type.Integer() }) });
/** Uploads being worked on; each goes on when the test lets it. */
let working: (() => void)[] = [];
const routes = [
  handle(act, async (ctx, input) => ({ name: input.body.name, by: ctx.actor.name, run: ++runs })),
  handle(broken, async (_ctx, { params }) => {
    if (params.kind === 'busy') throw fail('sample.busy', { retryAfter: 7 });
    if (params.kind === 'known') throw fail('sample.closed', { name: '甲' });
    throw new Error('secret detail');
  }),
  handle(send, async (_ctx, _input, { files }) => {
    await new Promise<void>((resolve) => { working.push(resolve); });
    return { size: files[0]?.content.length ?? 0 };
  }),
];
const permissions = [{ code: 'sample.thing.do', label: '做事' }];

function kernel(): Kernel {
  return { config: loadConfig({ DATA_DIR: '/nonexistent', LOG_LEVEL: 'silent', TONGBAN_MASTER_KEY: '5a'.repeat(32) }), db: database().db, clock: createTestClock('2026-11-20T02:00:00Z'), log: silentLogger, onCommitted: () => {} };
}

describe('HTTP 层', () => {
  let app: FastifyInstance;
  beforeAll(async () => {
    app = await buildApp(kernel(), [defineModule({ name: 'sample', uses: [], permissions, routes })],
      async (_kernel, token) => ({ good: officer, poor: { ...officer, id: 'poor', permissions: new Map() } })[token]);
    return () => app.close();
  });
  const post = (payload: object, headers: Record<string, string> = {}) =>
    app.inject({ method: 'POST', url: '/api/v1/sample', payload, headers: { authorization: 'Bearer good', ...headers } });

  it('asks who it is before it judges the input', async () => {
    const answer = await app.inject({ method: 'POST', url: '/api/v1/sample', payload: { nonsense: true } });
    expect([answer.statusCode, answer.json().code, answer.headers['content-type']]).toEqual([401, 'kernel.unauthenticated', 'application/problem+json; charset=utf-8']);
  });

  it('refuses without the permission and writes that down', async () => {
    const answer = await post({ name: 'x' }, { authorization: 'Bearer poor' });
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'kernel.forbidden']);
    const { rows } = await database().db.pool.query(`SELECT result FROM kernel.audit_entry WHERE actor_id = 'poor'`);
    expect(rows).toEqual([{ result: 'refused' }]);
  });

  it('names every fault of the input and what to do', async () => {
    const { issues, status } = (await post({ name: '超过五个字的名字', age: -1 })).json();
    expect(status).toBe(400);
    expect(issues).toEqual([
      { path: 'name', code: 'maxLength', message: '不能超过 5 个字。' }, { path: 'age', code: 'minimum', message: '不能小于 0。' },
    ]);
  });

  it('does not turn text into numbers in bodies, but reads numbers out of addresses', async () => {
    expect((await post({ name: 'x', age: '3' })).statusCode).toBe(400);
    expect((await app.inject('/api/v1/sample/known?n=3')).statusCode).toBe(422);
    expect((await app.inject('/api/v1/sample/known?n=drei')).statusCode).toBe(400);
  });

  it('maps a known error to its words and an unknown one to an opaque 500', async () => {
    expect((await app.inject('/api/v1/sample/known')).json()).toMatchObject({ kind: 'rule-violated', title: '“甲”已关闭', detail: '请先重新开启。' });
    const opaque = await app.inject('/api/v1/sample/unknown');
    expect(opaque.statusCode).toBe(500);
    expect(opaque.body).not.toContain('secret');
  });

  it('answers a replay of the same key with the first result, and refuses the key for something else', async () => {
    const first = (await post({ name: 'once' }, { 'idempotency-key': 'k1' })).json();
    expect((await post({ name: 'once' }, { 'idempotency-key': 'k1' })).json()).toEqual(first);
    expect((await post({ name: 'other' }, { 'idempotency-key': 'k1' })).json().code).toBe('kernel.idempotency-mismatch');
  });

  it('refuses writes that another site makes the browser send', async () => {
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }]) {
      expect((await post({ name: 'x' }, headers)).json().code).toBe('kernel.cross-site');
    }
    expect((await post({ name: 'x' }, { 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200);
  });

  it('keeps malformed and oversized bodies out', async () => {
    const send = (payload: string) => app.inject({ method: 'POST', url: '/api/v1/sample', payload, headers: { authorization: 'Bearer good', 'content-type': 'application/json' } });
    expect((await send('{"name":')).json().code).toBe('kernel.malformed-request');
    expect((await send(JSON.stringify({ name: 'x'.repeat(300_000) }))).json().code).toBe('kernel.body-too-large');
  });

  it('tells when to come back after being too busy', async () => {
    const answer = await app.inject('/api/v1/sample/busy');
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '7']);
  });

  it('receives a few uploads of one account at a time, the next when one is done (NFR-01)', async () => {
    working = [];
    const payload = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n四个汉字\r\n--b--\r\n';
    const uploads = Array.from({ length: 5 }, () => app.inject({
      method: 'POST', url: '/api/v1/sample-files', payload, headers: { 'authorization': 'Bearer good', 'content-type': 'multipart/form-data; boundary=b' } }));
    const answers = Promise.all(uploads);
    await vi.waitFor(() => expect(working).toHaveLength(4));
    await app.inject('/api/v1/sample/known');
    expect(working).toHaveLength(4);
    working[0]?.();
    await vi.waitFor(() => expect(working).toHaveLength(5));
    for (const go of working) go();
    expect((await answers).map((answer) => [answer.statusCode, answer.json()])).toEqual(Array.from({ length: 5 }, () => [200, { size: 12 }]));
  });

  it('an upload that breaks off leaves its room to others, and is no fault of ours', async () => {
    working = [];
    const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
    const head = ['POST /api/v1/sample-files HTTP/1.1', 'host: x', 'authorization: Bearer good', 'content-type: multipart/form-data; boundary=b', 'content-length: 9999', '', ''].join('\r\n');
    for (let count = 0; count < 6; count += 1) {
      const socket = connect(Number(port), '127.0.0.1', () => { socket.write(`${head}--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf`, () => socket.destroy()); });
      await once(socket, 'close');
    }
    const whole = app.inject({ method: 'POST', url: '/api/v1/sample-files', payload: '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nab\r\n--b--\r\n', headers: { 'authorization': 'Bearer good', 'content-type': 'multipart/form-data; boundary=b' } });
    await vi.waitFor(() => expect(working).toHaveLength(1), { timeout: 5_000 });
    working[0]?.();
    expect((await whole).json()).toEqual({ size: 2 });
  });

  it('documents every operation in OpenAPI 3.1', async () => {
    const document = (await app.inject('/api/openapi.json')).json();
    expect(document.openapi).toBe('3.1.0');
    expect(document.paths['/api/v1/sample'].post).toMatchObject({ operationId: 'sample.act', 'x-permission': 'sample.thing.do' });
    expect(document.paths['/api/v1/sample/{kind}'].get.parameters).toHaveLength(2);
  });

  it('does not start with a route that names no known permission', async () => {
    const nameless = { ...act, id: 'sample.other', path: '/api/v1/other', permission: '' };
    await expect(buildApp(kernel(), [defineModule({ name: 'sample', uses: [], routes: [handle(nameless, async () => ({ name: '', by: anonymous.name, run: 0 }))] })], async () => undefined))
      .rejects.toThrow('names no known permission');
  });
});
