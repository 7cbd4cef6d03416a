import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Kernel } from '../context.ts';
import { fail } from '../errors/kernel-errors.ts';
import { checkModules, type ModuleDefinition } from '../module/index.ts';
import { registerOperationsPages } from './operations-pages.ts';
import type { Authenticate } from './authenticate.ts';
import { maxFileBytes } from './multipart.ts';
import { registerOperation } from './register-operation.ts';
import { openApiDocument } from './openapi.ts';
import { sendProblem } from './problem.ts';
import { compileSerializer } from './serialization.ts';
import { registerFrontEnds, type FrontEnd } from './static-pages.ts';
import { createUploadRoom } from './upload-room.ts';
import { compileValidator } from './validation.ts';

/** How long a request may take to arrive whole, ms: 20 MB at 35 kB/s. A slower sender would hold its share of the memory for uploads. */
const requestTimeout = 10 * 60_000;

/** Builds the HTTP application out of modules; nothing listens yet. */
export async function buildApp(kernel: Kernel, modules: readonly ModuleDefinition[], authenticate: Authenticate, frontEnds: readonly FrontEnd[] = []): Promise<FastifyInstance> {
  checkModules(modules);
  const app = Fastify({
    logger: kernel.config.logLevel === 'silent' ? false : { level: kernel.config.logLevel, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    trustProxy: kernel.config.trustProxy, bodyLimit: 256 * 1024, genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 300 }, forceCloseConnections: 'idle', requestTimeout,
  });
  app.setValidatorCompiler(compileValidator);
  app.setSerializerCompiler(compileSerializer);
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
  await app.register(helmet, {
    contentSecurityPolicy: { directives: {
      defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:', 'blob:'],
      connectSrc: ["'self'"], objectSrc: ["'none'"], frameSrc: ["'self'", 'blob:'], frameAncestors: ["'self'"], upgradeInsecureRequests: null,
    } },
    strictTransportSecurity: kernel.config.publicUrl.startsWith('https:'),
    crossOriginOpenerPolicy: false,
  });
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: maxFileBytes, files: 2, fields: 20, fieldSize: 64 * 1024 } });
  app.addHook('onRequest', async (request) => { refuseCrossSite(request.method, request.headers); });
  const uploads = createUploadRoom({ bytes: kernel.config.uploadMemory, perAccount: 4, waiting: 200, patience: 15_000 });
  for (const module of modules) {
    for (const binding of module.routes ?? []) registerOperation(app, kernel, binding, { authenticate, uploads });
  }
  registerOperationsPages(app, kernel);
  let document: string | undefined;
  app.get('/api/openapi.json', async (_request, reply) => reply.type('application/json').send(document ??= JSON.stringify(openApiDocument(kernel, modules))));
  await registerFrontEnds(app, frontEnds);
  return app;
}

/** A browser tells where a request comes from; writes from other sites are refused (CSRF). */
function refuseCrossSite(method: string, headers: Record<string, string | string[] | undefined>): void {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return;
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') throw fail('kernel.cross-site');
  const origin = headers['origin'];
  if (site === undefined && typeof origin === 'string' && headers['host'] !== undefined && !origin.endsWith(`://${headers['host']}`)) {
    throw fail('kernel.cross-site');
  }
}
