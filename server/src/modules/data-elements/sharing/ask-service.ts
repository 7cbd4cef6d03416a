import { DateOnly, Nullable, Type } from '@tongban/contract-kit';
import { Value } from 'typebox/value';
import type { Config } from '../../../kernel/config/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId } from '../../../kernel/db/index.ts';
import { Circuit } from './circuit.ts';

/** Whom a data-sharing service is asked about. */
export interface SharingSubject {
  kind: 'person' | 'company';
  /** `111` resident ID …; `001` 统一社会信用代码. */
  documentType: string;
  documentNumber: string;
  name: string;
}

/** What came of asking: values by field, nothing known of the subject, or why there is no answer. */
export type SharingOutcome =
  | { state: 'found'; values: Readonly<Record<string, unknown>>; asOf: string; validUntil: string | null }
  | { state: 'none' }
  | { state: 'not-connected' | 'resting' | 'failed' };

/** A service is waited for at most so long; the applicant waits for all of them together. */
const timeoutMs = 1_500;
const mostBytes = 256 * 1024;

const answerSchema = Type.Union([
  Type.Object({ found: Type.Literal(false) }),
  Type.Object({
    found: Type.Literal(true), asOf: Nullable(DateOnly), validUntil: Type.Optional(Nullable(DateOnly)), values: Type.Record(Type.String({ maxLength: 60 }), Type.Unknown()),
  }),
]);

const circuits = new WeakMap<Config, Map<string, Circuit>>();

function circuitOf(config: Config, service: string): Circuit {
  const known = circuits.get(config) ?? new Map<string, Circuit>();
  circuits.set(config, known);
  const circuit = known.get(service) ?? new Circuit();
  known.set(service, circuit);
  return circuit;
}

/** What a question says of why and by whose leave it is asked. */
interface Asked {
  fields: readonly string[];
  subject: SharingSubject;
  purpose: string;
  consentAt: string;
}

/**
 * Asks a service of the connected sharing platform for fields of a subject, by the contract of the module's README (FRM-02).
 * Never throws: what fails, is too slow (1.5 s) or does not keep to the contract is an outcome. Without `DATA_SHARING_URL`
 * nobody is asked.
 */
export async function askService({ kernel }: Pick<Context, 'kernel'>, service: string, asked: Asked): Promise<SharingOutcome> {
  const { config, clock, log } = kernel;
  if (config.dataSharingUrl === undefined) return { state: 'not-connected' };
  const circuit = circuitOf(config, service);
  if (circuit.isOpen(clock)) return { state: 'resting' };
  try {
    const answer = await post(`${config.dataSharingUrl.replace(/\/+$/, '')}/queries`, { id: createId(), service, ...asked });
    circuit.record(clock, 'answered');
    if (!answer.found) return { state: 'none' };
    return { state: 'found', values: answer.values, asOf: answer.asOf ?? '', validUntil: answer.validUntil ?? null };
  } catch (error) {
    circuit.record(clock, 'failed');
    log.warn({ err: error, service }, 'a data-sharing service did not answer');
    return { state: 'failed' };
  }
}

async function post(url: string, body: object) {
  const response = await fetch(url, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), redirect: 'error', signal: AbortSignal.timeout(timeoutMs),
  });
  const text = await readBounded(response);
  if (!response.ok) throw new Error(`数据共享接口答复 ${response.status}：${text.slice(0, 200)}`);
  const answer: unknown = JSON.parse(text);
  if (!Value.Check(answerSchema, answer)) throw new Error('数据共享接口没有按约定答复');
  return answer;
}

async function readBounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    const part = chunk as Uint8Array;
    bytes += part.length;
    if (bytes > mostBytes) throw new Error('数据共享接口的答复过长');
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString('utf8');
}
