import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { syncPermissions } from './kernel/access/sync-declarations.ts';
import { seedCalendar } from './kernel/calendar/index.ts';
import type { Clock } from './kernel/clock/index.ts';
import type { Config } from './kernel/config/index.ts';
import type { Kernel } from './kernel/context.ts';
import { coreMigrations } from './kernel/core-migrations.ts';
import { migrateToLatest, type Database } from './kernel/db/index.ts';
import { createRelay, type Relay } from './kernel/events/index.ts';
import { buildApp, type FrontEnd } from './kernel/http/index.ts';
import { createAuthenticate } from './kernel/identity/index.ts';
import { migrateJobs } from './kernel/jobs/index.ts';
import { liveFeed, useLiveTopics } from './kernel/live/index.ts';
import { syncTemplates } from './kernel/messaging/sync-templates.ts';
import { setMergerContributions } from './kernel/organization/index.ts';
import { silentLogger, type Logger } from './kernel/log.ts';
import { setProcessChecks, useTaskRouters } from './kernel/workflow/index.ts';
import { modules } from './modules.ts';
import { syncTemplates as syncDocumentTemplates } from './modules/templates/index.ts';

/** The running platform without its listeners: what `main`, `worker`, commands and tests start from. */
export interface Platform {
  kernel: Kernel;
  relay: Relay;
}

/** Puts the kernel's services together. */
export function createPlatform(config: Config, db: Database, clock: Clock, log: Logger = silentLogger): Platform {
  const kernel: Kernel = { config, db, clock, log, onCommitted: () => {} };
  useTaskRouters(kernel, modules.flatMap(({ routesTasks }) => routesTasks ?? []));
  useLiveTopics(kernel, modules.flatMap(({ liveTopics }) => liveTopics ?? []));
  setProcessChecks(kernel, modules.flatMap((module) => module.processChecks ?? []));
  setMergerContributions(kernel, modules.flatMap(({ mergers }) => mergers ?? []));
  const relay = createRelay(kernel, modules.flatMap((module) => module.subscribes ?? []));
  return { kernel, relay };
}

/** Brings the database to the schema of this version; gives the names of the migrations that were applied. */
export async function migrate(db: Database, connectionString: string): Promise<string[]> {
  await sql`CREATE SCHEMA IF NOT EXISTS kernel`.execute(db.builder);
  // First, since a migration may queue a job.
  await migrateJobs(connectionString);
  const applied = await migrateToLatest(db, [...coreMigrations, ...modules.flatMap((module) => module.migrations ?? [])]);
  await syncPermissions(db, modules);
  await seedCalendar(db);
  await syncTemplates(db, modules);
  await syncDocumentTemplates(db);
  return applied;
}

/** Builds the HTTP application with all modules. */
export async function createApp({ kernel }: Platform, frontEnds: readonly FrontEnd[] = []): Promise<FastifyInstance> {
  const authenticate = createAuthenticate(kernel, modules.flatMap((module) => module.permissions ?? []));
  const app = await buildApp(kernel, modules, authenticate, frontEnds);
  app.addHook('preClose', async () => { liveFeed(kernel).close(); });
  return app;
}
