import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { fail } from '../errors/kernel-errors.ts';
import { sendProblem } from './problem.ts';

/** A built front-end: its folder and the address it lives at. */
export interface FrontEnd {
  folder: URL;
  /** `/` or `/workbench/`. */
  base: string;
  /** Origins other than its own that its pages ask by themselves, as in a `connect-src` of CSP. */
  connects?: readonly string[];
}

const year = 31_536_000_000;

/** Serves the front-ends; addresses that are no file show the front-end's page, so that its own routes can be reloaded. */
export async function registerFrontEnds(app: FastifyInstance, frontEnds: readonly FrontEnd[]): Promise<void> {
  const pages = new Map<string, { page: string; connects: readonly string[] }>();
  for (const { folder, base, connects = [] } of frontEnds) {
    const root = fileURLToPath(folder);
    const index = new URL('index.html', folder);
    if (!existsSync(index)) continue;
    pages.set(base, { page: readFileSync(index, 'utf8'), connects });
    // Built assets carry a hash in their names, so a browser may keep them for good; everything else is asked for anew.
    await app.register(fastifyStatic, {
      root: `${root}assets`, prefix: `${base}assets/`, decorateReply: false, preCompressed: true, immutable: true, maxAge: year, index: false,
    });
    await app.register(fastifyStatic, {
      root, prefix: base, decorateReply: false, preCompressed: true, maxAge: 0, index: false, wildcard: false, globIgnore: ['assets/**', 'index.html'],
    });
  }
  const bases = [...pages.keys()].sort((a, b) => b.length - a.length);
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const base = bases.find((one) => path.startsWith(one) || `${path}/` === one);
    const found = base === undefined ? undefined : pages.get(base);
    // A page in the place of a missing script would be kept for good under the script's name.
    const isFile = base !== undefined && path.startsWith(`${base}assets/`);
    if (found === undefined || isFile || request.method !== 'GET' || path.startsWith('/api/')) return sendProblem(fail('kernel.route-not-found'), request, reply);
    if (found.connects.length > 0) widenConnections(reply, found.connects);
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(found.page);
  });
}

const policy = 'content-security-policy';

function widenConnections(reply: FastifyReply, connects: readonly string[]): void {
  const set = reply.getHeader(policy);
  if (typeof set === 'string') reply.header(policy, set.replace(/connect-src [^;]*/, (own) => [own, ...connects].join(' ')));
}
