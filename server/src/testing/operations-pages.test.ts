import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import type { FastifyInstance } from 'fastify';
import { createTestDatabase, useTestServer, type TestDatabase } from '@tongban/testkit';
import { createApp, createPlatform } from '../app.ts';
import { openDatabase, type Database } from '../kernel/db/index.ts';
import { signInTestPerson } from '../kernel/identity/testing/test-accounts.ts';
import { modules } from '../modules.ts';
import { layLine, type CuttableLine } from './cuttable-line.ts';

const server = useTestServer();
type Json = Record<string, unknown>;

/** Every schema in the document with the place it stands at. */
function schemasIn(node: unknown, path = ''): [string, Json][] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const here = `${path}/${key}`;
    return key === 'schema' ? [[here, value as Json]] : schemasIn(value, here);
  });
}

describe('接口文档 (API-01)', () => {
  it('是合规的 OpenAPI 3.1 文档，每个接口一项', async () => {
    const answer = await server().app.inject('/api/openapi.json');
    const { valid, errors } = await new Validator().validate(answer.json<Json>());
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
    const { openapi, paths } = answer.json<{ openapi: string; paths: Record<string, Record<string, { operationId: string }>> }>();
    expect(openapi).toBe('3.1.0');
    const documented = Object.values(paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId));
    expect(documented.sort()).toEqual(modules.flatMap((module) => (module.routes ?? []).map(({ operation }) => operation.id)).sort());
  });

  it('其中的数据结构都是有效的 JSON Schema 2020-12，路径参数逐个声明', async () => {
    const document = (await server().app.inject('/api/openapi.json')).json<{ paths: Record<string, Record<string, { parameters: { name: string; in: string }[] }>>; components: { schemas: Json } }>();
    const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
    addFormatsModule.default(ajv);
    ajv.addFormat('binary', true);
    for (const [name, schema] of Object.entries(document.components.schemas)) ajv.addSchema(schema as Json, `#/components/schemas/${name}`);
    const schemas = schemasIn(document.paths).filter(([, schema]) => !('$ref' in schema));
    expect(schemas.length).toBeGreaterThan(300);
    const broken = schemas.flatMap(([path, schema]) => {
      try {
        ajv.compile(schema);
        return [];
      } catch (error) {
        return [`${path}: ${String(error)}`];
      }
    });
    expect(broken).toEqual([]);
    for (const [path, operations] of Object.entries(document.paths)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      for (const { parameters } of Object.values(operations)) expect([path, parameters.filter((one) => one.in === 'path').map(({ name }) => name).sort()]).toEqual([path, named]);
    }
  });

  it('文档页不从别处取任何东西', async () => {
    const page = await server().app.inject('/api/docs');
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).not.toMatch(/(src|href|spec-url)="(https?:)?\/\//);
    expect((await server().app.inject('/api/docs/rapidoc.js')).headers['content-type']).toContain('javascript');
  });
});

/** The samples of a Prometheus text exposition by name with labels. @throws Error at the first line outside the format */
function parseExposition(text: string): { types: Map<string, string>; samples: Map<string, number> } {
  const types = new Map<string, string>();
  const samples = new Map<string, number>();
  expect(text.endsWith('\n')).toBe(true);
  for (const line of text.slice(0, -1).split('\n')) {
    if (line === '' || /^# HELP [a-zA-Z_:][a-zA-Z0-9_:]* .+$/.test(line)) continue;
    const type = /^# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram|summary|untyped)$/.exec(line);
    const sample = /^([a-zA-Z_:][a-zA-Z0-9_:]*(?:\{(?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\[\\"n])*",?)*\})?) (NaN|[+-]Inf|[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?: \d+)?$/.exec(line);
    if (!type && !sample) throw new Error(`no line of the Prometheus text format: ${line}`);
    if (type) types.set(type[1] ?? '', type[2] ?? '');
    if (sample) {
      if (samples.has(sample[1] ?? '')) throw new Error(`told twice: ${line}`);
      samples.set(sample[1] ?? '', Number(sample[2]));
    }
  }
  return { types, samples };
}

describe('监控指标 (NFR-03)', () => {
  it('/metrics 是 Prometheus 文本格式，按接口计数，含待投递的事件', async () => {
    await server().app.inject('/healthz');
    await signInTestPerson(server().kernel);
    const answer = await server().app.inject('/metrics');
    expect(answer.headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    const { types, samples } = parseExposition(answer.body);
    expect(Object.fromEntries(types)).toMatchObject({ tongban_http_request_seconds: 'histogram', tongban_database_up: 'gauge', tongban_outbox: 'gauge', tongban_failures: 'gauge', tongban_unsealed: 'gauge', process_cpu_seconds_total: 'counter' });
    expect(samples.get('tongban_database_up')).toBe(1);
    expect(samples.get('tongban_http_request_seconds_count{method="GET",route="/healthz",status="200"}')).toBe(1);
    expect(samples.get('tongban_http_request_seconds_bucket{le="+Inf",method="GET",route="/healthz",status="200"}')).toBe(1);
  });
});

describe('数据库不在的时候 (NFR-03)', () => {
  let line: CuttableLine;
  let database: TestDatabase;
  let db: Database;
  let app: FastifyInstance;

  beforeAll(async () => {
    database = await createTestDatabase();
    line = await layLine(database.connectionString);
    db = openDatabase(line.connectionString, 4);
    app = await createApp(createPlatform({ ...server().kernel.config, databaseUrl: line.connectionString }, db, server().clock));
  });
  afterAll(async () => {
    await app.close();
    await db.close();
    await line.cut();
    await database.drop();
  });

  it('/healthz 答 503，接口答 503 并说明不会丢失，/metrics 照常；恢复后不用重启', async () => {
    const region = '/api/v1/regions';
    expect((await app.inject('/healthz')).statusCode).toBe(200);
    expect((await app.inject(region)).statusCode).toBe(200);
    const interrupted = db.pool.query('SELECT pg_sleep(20)').then(() => 'answered', () => 'broken');
    await line.cut();
    expect(await interrupted).toBe('broken');
    for (const url of ['/healthz', region]) {
      const answer = await app.inject(url);
      expect([url, answer.statusCode, answer.headers['content-type']]).toEqual([url, 503, 'application/problem+json; charset=utf-8']);
      expect(answer.json()).toMatchObject({ kind: 'unavailable', title: '系统正忙，暂时无法处理', detail: '请稍后重试；已提交的内容不会丢失。' });
    }
    const metrics = await app.inject('/metrics');
    expect([metrics.statusCode, parseExposition(metrics.body).samples.get('tongban_database_up')]).toEqual([200, 0]);
    await line.mend();
    expect((await app.inject('/healthz')).statusCode).toBe(200);
    expect((await app.inject(region)).statusCode).toBe(200);
  });
});
