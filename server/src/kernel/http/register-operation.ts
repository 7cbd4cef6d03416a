import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify';
import { anonymous, holds, type Actor } from '../access/index.ts';
import { recordAuditNow } from '../audit/index.ts';
import type { Channel, Context, Kernel } from '../context.ts';
import { fail } from '../errors/kernel-errors.ts';
import { EventStream, VersionedJson, type FileAnswer, type RequestExtras, type RouteBinding } from '../module/index.ts';
import type { Authenticate } from './authenticate.ts';
import { replayOrRun } from './idempotency.ts';
import { announcedBytes, brokenUpload, discardBody, readMultipart } from './multipart.ts';
import type { UploadRoom } from './upload-room.ts';

/** Name of the session cookie. */
export const sessionCookie = 'tb_session';

/** Sent by a page that asks by itself while nobody is there. */
const unattendedHeader = 'x-tongban-unattended';

const channels: readonly Channel[] = ['portal', 'mobile', 'window', 'kiosk', 'phone', 'api'];

function tokenOf(request: FastifyRequest): string | undefined {
  const authorization = request.headers.authorization;
  if (authorization?.startsWith('Bearer ')) return authorization.slice(7);
  return request.cookies[sessionCookie];
}

/** Officers work at windows; what persons send says whether it came from a phone. */
function channelOf(request: FastifyRequest, actor: Actor): Channel {
  const told = channels.find((channel) => channel === request.headers['x-tongban-channel']);
  if (actor.kind === 'staff') return told === 'phone' ? 'phone' : 'window';
  return told && told !== 'window' ? told : 'portal';
}

function schemaOf({ operation }: RouteBinding): FastifySchema {
  return {
    ...(operation.params ? { params: operation.params } : {}),
    ...(operation.query ? { querystring: operation.query } : {}),
    ...(operation.body && operation.bodyKind !== 'multipart' ? { body: operation.body } : {}),
    ...(operation.response ? { response: { [operation.status ?? 200]: operation.response } } : {}),
  };
}

function isFile(answer: unknown): answer is FileAnswer {
  return typeof answer === 'object' && answer !== null && 'content' in answer && (answer.content instanceof Uint8Array || answer.content instanceof Readable);
}

function sendFile(reply: FastifyReply, file: FileAnswer): FastifyReply {
  return reply.type(file.contentType)
    .header('content-disposition', `${file.disposition ?? 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
    .header('cache-control', file.cacheSeconds ? `public, max-age=${file.cacheSeconds}` : 'no-store')
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    .send(file.content);
}

function sendVersioned(request: FastifyRequest, reply: FastifyReply, { version, json }: VersionedJson): FastifyReply {
  const tag = `"${version}"`;
  reply.header('etag', tag).header('cache-control', 'no-cache');
  const known = (request.headers['if-none-match'] ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
  return known ? reply.status(304).send() : reply.type('application/json; charset=utf-8').send(json);
}

/** What a reader of events may leave unread before it is cut off, bytes. */
const mostUnread = 256 * 1024;

/** Answers with events until one side ends it. */
function sendEvents(request: FastifyRequest, reply: FastifyReply, { begin }: EventStream): FastifyReply {
  const { raw } = reply.hijack();
  raw.writeHead(200, { ...headersOf(reply), 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
  raw.flushHeaders();
  const write = (text: string): boolean => !raw.destroyed && !raw.writableEnded && (raw.write(text) || raw.writableLength < mostUnread);
  const { socket } = request.raw;
  // The connection served this one answer; a reader that left without a word would otherwise hold it half open.
  const leave = begin(write, () => { raw.end(); socket.destroySoon(); });
  raw.once('close', leave);
  return reply;
}

function headersOf(reply: FastifyReply): Record<string, string> {
  return Object.fromEntries(Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]));
}

/** Adds one operation to the server: session → permission → input → handler → answer. */
export function registerOperation(app: FastifyInstance, kernel: Kernel, binding: RouteBinding, { authenticate, uploads }: { authenticate: Authenticate; uploads: UploadRoom }): void {
  const { operation } = binding;

  async function contextOf(request: FastifyRequest): Promise<Context> {
    const token = tokenOf(request);
    const attended = operation.responseKind !== 'events' && request.headers[unattendedHeader] === undefined;
    const actor = (token ? await authenticate(kernel, token, attended) : undefined) ?? anonymous;
    const origin = { ip: request.ip, userAgent: (request.headers['user-agent'] ?? '').slice(0, 300), channel: channelOf(request, actor) };
    return { kernel, actor, origin, traceId: request.id };
  }

  async function permit(ctx: Context): Promise<void> {
    if (operation.permission === 'public') return;
    if (ctx.actor.kind === 'anonymous') throw fail('kernel.unauthenticated');
    if (operation.permission === 'signed-in' || holds(ctx.actor, operation.permission)) return;
    await recordAuditNow(ctx, { action: operation.id, objectType: 'operation', objectId: operation.id, result: 'refused' });
    if (ctx.actor.kind === 'person' && ctx.actor.mandateLapsed) throw fail('kernel.mandate-ended');
    throw fail('kernel.forbidden', { permission: operation.permission });
  }

  app.route({
    method: operation.method, url: operation.path, schema: schemaOf(binding),
    ...(operation.bodyLimit ? { bodyLimit: operation.bodyLimit } : {}),
    // Who asks is settled before the body is judged, so that a stranger learns nothing from validation.
    preValidation: async (request) => {
      const ctx = await contextOf(request);
      await permit(ctx);
      request.platform = ctx;
    },
    handler: (request, reply) => (operation.bodyKind === 'multipart'
      ? withUpload(uploads, request, async (upload) => answerWith(request, reply, upload)) : answerWith(request, reply, { files: [], fields: {} })),
  });

  async function answerWith(request: FastifyRequest, reply: FastifyReply, { files, fields }: Upload): Promise<FastifyReply> {
    const ctx = request.platform;
    const key = request.headers['idempotency-key'];
    const extras: RequestExtras = {
      files, fields, idempotencyKey: typeof key === 'string' ? key.slice(0, 100) : undefined, sessionToken: tokenOf(request),
      setSession: (token, expires) => setSession(kernel, reply, token, expires),
    };
    const input = { params: request.params, query: request.query, body: request.body };
    const answer = operation.idempotent && extras.idempotencyKey
      ? await replayOrRun(ctx, operation.id, extras.idempotencyKey, input, () => binding.perform(ctx, input, extras))
      : await binding.perform(ctx, input, extras);
    if (isFile(answer)) return sendFile(reply, answer);
    if (answer instanceof EventStream) return sendEvents(request, reply, answer);
    if (answer instanceof VersionedJson) return sendVersioned(request, reply, answer);
    if (operation.method !== 'GET' || ctx.actor.kind !== 'anonymous') reply.header('cache-control', 'no-store');
    return reply.status(operation.response ? operation.status ?? 200 : 204).send(answer);
  }
}

type Upload = Awaited<ReturnType<typeof readMultipart>>;

/** Receives an upload once there is room for it, and holds the room until the answer is known. @throws kernel.uploads-busy */
async function withUpload(uploads: UploadRoom, request: FastifyRequest, act: (upload: Upload) => Promise<FastifyReply>): Promise<FastifyReply> {
  const { actor, origin } = request.platform;
  const gone = new AbortController();
  request.raw.once('close', () => gone.abort(brokenUpload()));
  let release: () => void;
  try {
    release = await uploads.enter(actor.kind === 'anonymous' ? origin.ip : actor.id, announcedBytes(request), gone.signal);
  } catch (error) {
    discardBody(request);
    throw error;
  }
  try {
    return await act(await readMultipart(request));
  } finally {
    release();
  }
}

function setSession(kernel: Kernel, reply: FastifyReply, token: string | null, expires?: Date): void {
  const options = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: kernel.config.publicUrl.startsWith('https:') };
  if (token === null) reply.clearCookie(sessionCookie, options);
  else reply.setCookie(sessionCookie, token, { ...options, ...(expires ? { expires } : {}) });
}

declare module 'fastify' {
  interface FastifyRequest {
    platform: Context;
  }
}
