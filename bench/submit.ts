import pg from 'pg';
import type { Platform } from '../server/src/app.ts';
import { captureWrites, countRows, type WrittenRows } from './capture.ts';
import { copyDrafts, type PreparedDraft } from './drafts.ts';
import { atLeast, medianOf, note, type Figure } from './lib/figures.ts';
import { requestBytes, sendAll } from './lib/http-load.ts';
import { CpuMeter } from './lib/cpu.ts';
import { poolSize } from './lib/platform.ts';
import { alternate, ratioOf } from './lib/rounds.ts';
import { prepareReplay, replay, type Manner, type Replacements } from './replay.ts';
import type { World } from './world.ts';

export interface Plan {
  readonly rounds: number;
  /** Requests, or transactions, of each side in each round. */
  readonly perRound: number;
}

export interface Bench {
  readonly origin: string;
  /** Process id of the server. */
  readonly pid: number;
  readonly connectionString: string;
  readonly platform: Platform;
  readonly world: World;
  readonly log: (line: string) => void;
}

/** The request that submits a draft. */
export function submitRequest(world: World, draft: PreparedDraft): Buffer {
  return requestBytes('POST', `/api/v1/drafts/${draft.id}/submit`, world.persons[draft.owner]?.token, { revision: draft.revision, declared: true });
}

interface Receipt { caseId: string; number: string }

/** Tokens of the captured submission with what replaces them in a repetition on another prepared draft. */
function replacementsFor(captured: PreparedDraft, draft: PreparedDraft, numbers: readonly string[], repetition: number): Replacements {
  const files = captured.fileIds.map((id, index): [string, string] => [id, draft.fileIds[index] ?? id]);
  return new Map([[captured.id, draft.id], ...files, ...numbers.map((number): [string, string] => [number, `${number}~${repetition}`])]);
}

async function captureSubmission({ origin, platform, world }: Bench, draft: PreparedDraft): Promise<{ written: WrittenRows[]; numbers: string[] }> {
  let receipt: Receipt | undefined;
  const { pool } = platform.kernel.db;
  const written = await captureWrites(pool, async () => {
    await sendAll(origin, 1, [submitRequest(world, draft)], (_index, body) => { receipt = JSON.parse(body) as Receipt; });
    return receipt?.caseId ?? '';
  });
  if (!receipt) throw new Error('the submission gave no receipt');
  const { rows } = await pool.query<{ number: string }>('SELECT document_number AS number FROM cases.notice WHERE case_id = $1', [receipt.caseId]);
  return { written, numbers: [receipt.number, ...rows.map(({ number }) => number)] };
}

/** Submits a copy of the first filled draft; gives the id of the case. */
export async function submitOne({ origin, platform: { kernel }, world }: Bench, filled: readonly PreparedDraft[]): Promise<string> {
  const [draft] = await copyDrafts(kernel, filled, 1, true);
  if (!draft) throw new Error('no draft was filled in');
  let caseId = '';
  await sendAll(origin, 1, [submitRequest(world, draft)], (_index, body) => { caseId = (JSON.parse(body) as Receipt).caseId; });
  return caseId;
}

/** Submitting a case over HTTP against the bare SQL of the same rows. */
export async function measureSubmit(bench: Bench, { rounds, perRound }: Plan, filled: readonly PreparedDraft[]): Promise<Figure[]> {
  const { origin, platform: { kernel }, world, log } = bench;
  const [sample] = await copyDrafts(kernel, filled, 1, true);
  if (!sample) throw new Error('no draft was filled in');
  // The very first one also makes the queue of its jobs, which later ones find.
  await submitOne(bench, filled);
  const { written, numbers } = await captureSubmission(bench, sample);
  log(`a submission writes ${countRows(written)} rows: ${written.map(({ table, kind, rows }) => `${kind === 'update' ? '~' : '+'}${table}×${rows.length}`).join(' ')}`);
  const pool = new pg.Pool({ connectionString: bench.connectionString, max: poolSize });
  const meter = new CpuMeter(kernel.db.pool, bench.pid);
  const bareDrafts = await copyDrafts(kernel, filled, 2 * (rounds + 1) * perRound, false);
  const httpDrafts = await copyDrafts(kernel, filled, (rounds + 1) * perRound, true);
  // As autovacuum would have it. Not the tables that are still empty: what is planned for them would read all of them later.
  await kernel.db.pool.query('ANALYZE intake.draft, files.file');
  let repetition = 0;
  const bare = async (round: number, manner: Manner): Promise<number> => {
    const transactions = bareDrafts.splice(0, perRound).map((draft) => prepareReplay(written, manner, replacementsFor(sample, draft, numbers, (repetition += 1))));
    return meter.measure(round, manner, () => perRound, () => replay(pool, poolSize, transactions));
  };
  const overHttp = async (round: number): Promise<number> => {
    const requests = httpDrafts.splice(0, perRound).map((draft) => submitRequest(world, draft));
    return meter.measure(round, 'http', () => perRound, async () => (await sendAll(origin, poolSize, requests)).perSecond);
  };
  const results = await alternate(rounds, { http: overHttp, plain: (round) => bare(round, 'plain'), single: (round) => bare(round, 'single') }, log);
  await pool.end();
  return [...figuresOf('submit', results), ...meter.figures('submit')];
}

/** The figures of an action over HTTP beside its bare SQL. */
export function figuresOf(name: string, results: Record<'http' | 'plain' | 'single', number[]>): Figure[] {
  return [
    atLeast(`${name}: HTTP ÷ bare SQL in one transaction`, ratioOf(results.http, results.plain), 'ratio', 0.35),
    note(`${name}: HTTP ÷ bare SQL in one statement`, ratioOf(results.http, results.single), 'ratio'),
    note(`${name}: over HTTP`, medianOf(results.http), '/s'),
    note(`${name}: bare SQL, a statement per table`, medianOf(results.plain), '/s'),
    note(`${name}: bare SQL, one statement`, medianOf(results.single), '/s'),
  ];
}
