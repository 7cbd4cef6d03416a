import { Logger as WorkerLogger, makeWorkerUtils, run, type Runner } from 'graphile-worker';
import type { TSchema } from '@tongban/contract-kit';
import { systemActor } from '../access/actor.ts';
import { systemContext, type Context, type Kernel } from '../context.ts';
import { createId, type WriteBatch } from '../db/index.ts';
import { chinaCronItem } from './china-cron.ts';

/** A durable background job: retried with back-off, safe to run twice. */
export interface JobDefinition {
  /** `module.verb-noun`. */
  name: string;
  /** What operators read, e.g. 逾期未告知视为受理. */
  label: string;
  handle: (ctx: Context, payload: unknown) => Promise<void>;
  /** Five-field crontab by China's wall clock (UTC+8) when it runs by itself. */
  cron?: string;
  /** Runs by cron stand in this queue: one after another, also with those that are queued there by hand. */
  queue?: string;
  /** 10 unless told. */
  maxAttempts?: number;
}

export type JobPayloadSchema = TSchema;

export interface JobOptions {
  runAt?: Date;
  /** So many ms from now; for a pause rather than an appointment. */
  afterMs?: number;
  /** Makes a second queueing replace the first. */
  key?: string;
  /** Jobs of one queue run one after another, so that slow ones leave the workers to others. */
  queue?: string;
  /** `urgent`: somebody waits for it and it goes first; `spare-time`: nobody does, and it goes last, one such job after another. */
  priority?: 'urgent' | 'ordinary' | 'spare-time';
}

const priorities = { 'urgent': -10, 'ordinary': 0, 'spare-time': 10 };

/** Queues a job in the batch of the action that wants it. */
export function enqueueJob(batch: WriteBatch, name: string, payload: Record<string, unknown>, { runAt, afterMs, key, priority = 'ordinary', queue = priority === 'spare-time' ? priority : undefined }: JobOptions = {}): void {
  batch.call(`graphile_worker.add_job(?::text, payload := ?::json, run_at := coalesce(?::timestamptz, now() + ?::int * interval '1 millisecond'), job_key := ?::text, queue_name := ?::text, priority := ?::int)`,
    [name, JSON.stringify(payload), runAt ?? null, afterMs ?? null, key ?? null, queue ?? null, priorities[priority]]);
}

/** The queue's messages in the platform's log; what it calls info is only of use when looking for a fault. */
function workerLogger(kernel: Kernel): WorkerLogger {
  return new WorkerLogger((scope) => (level, message) => {
    const at = level === 'error' || level === 'warning' ? level : 'debug';
    kernel.log[at === 'warning' ? 'warn' : at]({ ...scope }, message);
  });
}

/** Creates or updates the job queue's own tables. */
export async function migrateJobs(connectionString: string): Promise<void> {
  const utils = await makeWorkerUtils({ connectionString, logger: new WorkerLogger(() => () => {}) });
  await utils.migrate();
  await utils.release();
}

/** Starts working off jobs in this process. */
export async function startJobRunner(kernel: Kernel, jobs: readonly JobDefinition[]): Promise<Runner> {
  return run({
    pgPool: kernel.db.pool, logger: workerLogger(kernel), concurrency: 4, pollInterval: 1_000, noHandleSignals: true,
    taskList: Object.fromEntries(jobs.map((job) => [job.name, async (payload: unknown) => {
      await job.handle(systemContext(kernel, systemActor(job.name), createId()), payload);
    }])),
    // Items instead of a crontab text, whose task names may hold no dot.
    parsedCronItems: jobs.flatMap(({ cron, name, maxAttempts = 10, queue }) => (cron === undefined ? []
      : [chinaCronItem(kernel.clock, { match: cron, task: name, identifier: name, options: { maxAttempts, ...(queue === undefined ? {} : { queueName: queue }) } })])),
  });
}
