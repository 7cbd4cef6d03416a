import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Kernel } from '../context.ts';
import { elapsedMilliseconds } from '../clock/index.ts';
import { fail } from '../errors/kernel-errors.ts';

const docsPage = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>通办 接口文档</title><script type="module" src="/api/docs/rapidoc.js"></script></head>
<body style="margin:0"><rapi-doc spec-url="/api/openapi.json" render-style="focused" theme="light" primary-color="#1a5aa8" show-header="false"
 load-fonts="false" regular-font="system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif" allow-server-selection="false"
 schema-style="table" nav-item-spacing="compact"></rapi-doc></body></html>`;

const healthPatience = 3_000;

/** `/healthz` (503 unless the database answers), `/metrics` (Prometheus) and `/api/docs`. Keep `/metrics` behind the proxy. */
export function registerOperationsPages(app: FastifyInstance, kernel: Kernel): void {
  app.get('/healthz', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    if (!await answers(kernel)) throw fail('kernel.unavailable');
    return reply.send({ status: 'ok' });
  });
  const rapidoc = readFileSync(createRequire(import.meta.url).resolve('rapidoc/dist/rapidoc-min.js'));
  app.get('/api/docs', async (_request, reply) => reply.type('text/html; charset=utf-8').send(docsPage));
  app.get('/api/docs/rapidoc.js', async (_request, reply) => reply.type('text/javascript').header('cache-control', 'public, max-age=86400').send(rapidoc));
  registerMetrics(app, kernel);
}

/** Whether the database answers, and within what a proxy waits for. */
async function answers(kernel: Kernel): Promise<boolean> {
  const alive = sql`SELECT 1`.execute(kernel.db.builder).then(() => true, () => false);
  return Promise.race([alive, setTimeout(healthPatience, false, { ref: false })]);
}

function registerMetrics(app: FastifyInstance, kernel: Kernel): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'tongban_http_request_seconds', help: 'HTTP request duration', labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3], registers: [registry],
  });
  const gauges = { database_up: 'Whether the database answers, 1 or 0', outbox: 'Events not yet delivered to every subscription', failures: 'Event deliveries that failed and wait', unsealed: 'Audit entries not yet chained' };
  const waiting = Object.entries(gauges).map(([name, help]) => [name, new Gauge({ name: `tongban_${name}`, help, registers: [registry] })] as const);
  app.addHook('onRequest', async (request) => { request.startedAt = elapsedMilliseconds(); });
  app.addHook('onResponse', async (request, reply) => {
    duration.observe({ method: request.method, route: request.routeOptions.url ?? 'unknown', status: String(reply.statusCode) },
      (elapsedMilliseconds() - request.startedAt) / 1_000);
  });
  app.get('/metrics', async (_request, reply) => {
    const counts: Record<string, number> = await answers(kernel) ? { database_up: 1, ...await countWaiting(kernel) } : { database_up: 0 };
    for (const [name, gauge] of waiting) gauge.set(counts[name] ?? 0);
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

async function countWaiting(kernel: Kernel): Promise<Record<string, number>> {
  const { rows } = await sql<Record<string, number>>`
    SELECT coalesce((SELECT max(position) FROM kernel.event), 0) - coalesce((SELECT min(last_position) FROM kernel.subscription), 0) AS outbox,
      (SELECT count(*) FROM kernel.event_failure) AS failures,
      (SELECT count(*) FROM kernel.audit_entry WHERE (tx, id) > (
        SELECT coalesce(max(entry_tx::text), '0')::xid8, coalesce(max(entry_id::text), '00000000-0000-0000-0000-000000000000')::uuid
        FROM (SELECT entry_tx, entry_id FROM kernel.audit_link ORDER BY sequence DESC LIMIT 1) AS last)) AS unsealed`
    .execute(kernel.db.builder);
  return rows[0] ?? {};
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Reading of the monotonic counter when the request came in, ms. */
    startedAt: number;
  }
}
