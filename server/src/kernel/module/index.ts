import type { Readable } from 'node:stream';
import type { InputOf, Operation, ResponseOf } from '@tongban/contract-kit';
import type { PermissionDefinition } from '../access/index.ts';
import type { Context } from '../context.ts';
import type { Migration } from '../db/index.ts';
import type { Subscription } from '../events/index.ts';
import type { JobDefinition } from '../jobs/index.ts';
import type { LiveTopic } from '../live/topic.ts';
import type { MessageTemplateDefinition } from '../messaging/template-definition.ts';
import type { MergerContribution } from '../organization/merging/merger-contribution.ts';
import type { TaskRouter } from '../workflow/task-router.ts';
import type { ProcessCheck } from '../workflow/process-check.ts';

/** A file that an operation answers with. */
export interface FileAnswer {
  contentType: string;
  /** Name offered on download; Chinese is fine. */
  fileName: string;
  /** A stream is sent as it is written; when it fails, the connection ends, so that nobody takes half a file for a whole one. */
  content: Uint8Array | Readable;
  /** `inline` shows it in the browser, `attachment` (default) saves it. */
  disposition?: 'inline' | 'attachment';
  /** Seconds a browser may keep it; personal files are never kept by default. */
  cacheSeconds?: number;
}

/** Public JSON that a reader may keep and ask for again by its version: answered 304 while the version is the same. */
export class VersionedJson {
  /** Changes when the content does; letters, digits and hyphens. */
  readonly version: string;
  readonly json: string;
  constructor(version: string, json: string) {
    this.version = version;
    this.json = json;
  }
}

/** An answer that goes on as long as the reader stays: text/event-stream. */
export class EventStream {
  /**
   * Begins to write; gives what is called once when the reader has gone. `write` gives false when the reader has gone or cannot
   * keep up, `end` ends the answer.
   */
  readonly begin: (write: (text: string) => boolean, end: () => void) => () => void;
  constructor(begin: EventStream['begin']) {
    this.begin = begin;
  }
}

/** One file of a multipart request, within the size limit of the platform. */
export interface UploadedFile {
  fieldName: string;
  fileName: string;
  content: Buffer;
}

/** What a handler learns of the request beyond its declared input. */
export interface RequestExtras {
  files: UploadedFile[];
  /** Text fields of a multipart request. */
  fields: Record<string, string>;
  idempotencyKey: string | undefined;
  /** Sets or clears the session cookie. */
  setSession: (token: string | null, expires?: Date) => void;
  sessionToken: string | undefined;
}

/** An operation bound to the function that performs it. */
export interface RouteBinding {
  operation: Operation;
  perform: (ctx: Context, input: unknown, extras: RequestExtras) => Promise<unknown>;
}

type AnswerOf<O> = O extends { responseKind: 'events' } ? EventStream : O extends { responseKind: 'binary' } ? FileAnswer : ResponseOf<O> extends undefined ? void : ResponseOf<O>;

/** Binds a handler to an operation: parse is done, the handler calls an action or query and presents the result. */
export function handle<O extends Operation>(
  operation: O, perform: (ctx: Context, input: InputOf<O>, extras: RequestExtras) => Promise<AnswerOf<O> | FileAnswer | VersionedJson | EventStream>,
): RouteBinding {
  // The HTTP layer has validated the input against the operation's schemas before it calls.
  return { operation, perform: (ctx, input, extras) => perform(ctx, input as InputOf<O>, extras) };
}

/** Everything a module brings; the platform is the list of these in `modules.ts`. */
export interface ModuleDefinition {
  name: string;
  /** Modules whose public face it calls; acyclic. */
  uses: readonly string[];
  permissions?: readonly PermissionDefinition[];
  routes?: readonly RouteBinding[];
  jobs?: readonly JobDefinition[];
  subscribes?: readonly Subscription[];
  migrations?: readonly Migration[];
  /** Messages it sends; keys start with the module's name. */
  messageTemplates?: readonly MessageTemplateDefinition[];
  /** Says who handles the tasks of the processes about its subjects. */
  routesTasks?: TaskRouter;
  /** What pages may follow as it changes. */
  liveTopics?: readonly LiveTopic[];
  /** What it knows that a process must not contradict. */
  processChecks?: readonly ProcessCheck[];
  /** What it moves of its own when an organisation is merged into another. */
  mergers?: readonly MergerContribution[];
}

/** Declares a module. */
export function defineModule(definition: ModuleDefinition): ModuleDefinition {
  return definition;
}

/** Refuses a list in which a name is doubled, a used module is missing or comes later, or a route has no known permission. */
export function checkModules(modules: readonly ModuleDefinition[]): void {
  const seen = new Set<string>();
  const permissions = new Set(['public', 'signed-in', ...modules.flatMap((module) => (module.permissions ?? []).map(({ code }) => code))]);
  const operations = new Set<string>();
  for (const module of modules) {
    if (seen.has(module.name)) throw new Error(`module ${module.name} is listed twice`);
    for (const used of module.uses) {
      if (!seen.has(used)) throw new Error(`module ${module.name} uses ${used}, which is not listed before it`);
    }
    seen.add(module.name);
    for (const { operation } of module.routes ?? []) {
      if (!permissions.has(operation.permission)) throw new Error(`operation ${operation.id} names no known permission: ${operation.permission || '(none)'}`);
      if (operations.has(operation.id)) throw new Error(`operation ${operation.id} is bound twice`);
      operations.add(operation.id);
    }
  }
}
