import type { BodyOf } from '@tongban/contract-kit';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import { elementLabel, type ItemElements } from '../../catalog/contract.ts';
import { startIncoming } from '../../catalog/index.ts';
import type { DecisionResult, decideDifferences as decideOperation } from '../change.contract.ts';
import { problemOf } from '../claims/row-by-row.ts';
import { inheritedNames } from '../entry.contract.ts';
import { fail } from '../errors.ts';
import { incomingApplied } from '../events.ts';
import { takeOver } from '../inherited-values.ts';
import { readLatestContents } from '../latest-contents.ts';
import type { DirectoryTables } from '../tables.ts';
import { differencesWithin, type DifferenceRow } from './list-differences.ts';

type Decision = BodyOf<typeof decideOperation>['rows'][number];
interface Asked { decision: Decision; row: DifferenceRow }

/**
 * Applies or refuses incoming elements one by one (CAT-09). All that is applied to one item goes into one draft of it, which is
 * reviewed and published like any other; what the superior list has fixed cannot be refused.
 */
export async function decideDifferences(ctx: Context, decisions: readonly Decision[]): Promise<DecisionResult[]> {
  const ids = decisions.map(({ differenceId }) => differenceId);
  const rows = new Map((await differencesWithin(ctx, 'directory.change.decide').where('d.id', 'in', ids).execute()).map((row) => [row.id, row]));
  const results = new Map<string, DecisionResult>();
  const sound: Asked[] = [];
  for (const decision of decisions) {
    const outcome = check(decision, rows.get(decision.differenceId));
    if ('row' in outcome) sound.push(outcome);
    else results.set(decision.differenceId, refused(decision.differenceId, outcome.error));
  }
  for (const group of groupsOf(sound)) {
    const error = await write(ctx, group);
    for (const { row: { id } } of group) results.set(id, error ? refused(id, error) : { differenceId: id, ok: true, problem: null });
  }
  return ids.flatMap((id) => results.get(id) ?? []);
}

function check(decision: Decision, row: DifferenceRow | undefined): Asked | { error: AppError } {
  if (!row) return { error: fail('directory.difference-not-found') };
  if (row.state !== 'open' || row.version !== decision.version) return { error: fail('directory.difference-decided') };
  if (decision.decision === 'apply') return { decision, row };
  if (row.locked) return { error: fail('directory.locked-element', { label: elementLabel(row.element) }) };
  if (!decision.reason?.trim()) return { error: fail('directory.reason-required') };
  return { decision, row };
}

function refused(differenceId: string, error: AppError): DecisionResult {
  return { differenceId, ok: false, problem: problemOf(error) };
}

/** What is applied to one item stands or falls together; each refusal stands alone. */
function groupsOf(asked: readonly Asked[]): Asked[][] {
  const applied = new Map<string, Asked[]>();
  for (const one of asked) if (one.decision.decision === 'apply') applied.set(one.row.itemId, [...applied.get(one.row.itemId) ?? [], one]);
  return [...applied.values(), ...asked.filter(({ decision }) => decision.decision === 'refuse').map((one) => [one])];
}

async function write(ctx: Context, group: readonly Asked[]): Promise<AppError | undefined> {
  const [first] = group;
  if (!first) return undefined;
  try {
    const batch = first.decision.decision === 'apply' ? await startApplied(ctx, group) : new WriteBatch();
    for (const { decision, row } of group) addDecision(ctx, batch, decision, row);
    await commit(ctx, batch);
    return undefined;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

/** The batch in which an item's draft takes the elements over. */
async function startApplied(ctx: Context, group: readonly Asked[]): Promise<WriteBatch> {
  const [{ row }] = group as [Asked];
  const item = (await readLatestContents(ctx, [row.itemId])).get(row.itemId);
  if (!item) throw fail('directory.difference-not-found');
  const taken: Partial<ItemElements> = {};
  for (const { row: { element, incoming } } of group) {
    const name = inheritedNames.find((one) => one === element);
    if (name) Object.assign(taken, takeOver(name, incoming, { ...item.elements, ...taken }));
  }
  const labels = group.map((one) => elementLabel(one.row.element)).join('、');
  const { batch } = await startIncoming(ctx, row.itemId, taken, `按基本目录“${row.entryName}”调整：${labels}。`.slice(0, 500));
  publishEvent(ctx, batch, { type: incomingApplied, aggregateType: 'item', aggregateId: row.itemId, data: { entryId: row.entryId, elements: group.map((one) => one.row.element) } });
  return batch;
}

function addDecision(ctx: Context, batch: WriteBatch, { decision, reason, version }: Decision, row: DifferenceRow): void {
  writesFor<DirectoryTables>(batch).update('directory.difference', {
    state: decision === 'apply' ? 'applied' : 'refused', version: version + 1, decidedAt: ctx.kernel.clock.now(), decidedById: ctx.actor.id,
    decidedByName: ctx.actor.name, reason: reason?.trim() || null,
  }, { id: row.id, version, state: 'open' }, { expected: 1, otherwise: () => fail('directory.difference-decided') });
  recordAudit(ctx, batch, { action: `directory.${decision}-difference`, objectType: 'item', objectId: row.itemId, detail: { element: row.element, ...(reason ? { reason } : {}) } });
}
