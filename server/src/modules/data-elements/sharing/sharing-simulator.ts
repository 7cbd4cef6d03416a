import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { createSimulator } from '../../../kernel/engines/index.ts';

/** What a service of the simulator knows of one subject. */
export interface SimulatedRecord {
  service: string;
  documentNumber: string;
  asOf?: string;
  validUntil?: string;
  values?: Record<string, unknown>;
  /** Instead of an answer: out of order (503), or five seconds late. */
  fault?: 'out-of-order' | 'slow';
}

interface SimulatorOptions {
  records: () => readonly SimulatedRecord[];
  /** Told of every question, for those who want to see what was asked. */
  onAsked?: (question: Question) => void;
}

interface Question { service: string; fields: string[]; subject: { documentNumber: string }; purpose: string; consentAt: string }

/** Longer than the platform waits. */
const slowMs = 5_000;

/**
 * Makes a runnable data-sharing platform for tests and rehearsals, by the contract of the module's README:
 * `POST /queries` answers what its records say of a subject, or fails as they say.
 */
export function createSharingSimulator({ records, onAsked }: SimulatorOptions): Server {
  return createSimulator({
    'POST /queries': async ({ body }) => {
      const question = readQuestion(body);
      if (!question) return { status: 400, body: { message: '需要 id、service、fields、subject、purpose、consentAt' } };
      onAsked?.(question);
      const record = records().find(({ service, documentNumber }) => service === question.service && documentNumber === question.subject.documentNumber);
      if (!record) return { body: { found: false } };
      if (record.fault === 'out-of-order') return { status: 503, body: { message: '接口维护中' } };
      if (record.fault === 'slow') await delay(slowMs, undefined, { ref: false });
      const { values = {}, asOf = null, validUntil = null } = record;
      const known = question.fields.filter((field) => Object.hasOwn(values, field)).map((field) => [field, values[field]] as const);
      return { body: { found: true, asOf, validUntil, values: Object.fromEntries(known) } };
    },
  });
}

function readQuestion(body: Readonly<Record<string, unknown>> | undefined): Question | undefined {
  const { id, service, fields, subject, purpose, consentAt } = (body ?? {}) as Partial<Question> & { id?: unknown };
  const whole = typeof id === 'string' && typeof service === 'string' && Array.isArray(fields) && typeof subject?.documentNumber === 'string' && typeof purpose === 'string' && typeof consentAt === 'string';
  return whole ? { service, fields, subject, purpose, consentAt } : undefined;
}
