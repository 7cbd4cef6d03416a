import type { BodyOf } from '@tongban/contract-kit';
import type { Updateable } from 'kysely';
import { requireScope } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { fail as kernelFail } from '../../../kernel/errors/kernel-errors.ts';
import { getPublishedItem } from '../../catalog/index.ts';
import { entryStateLabels, type EntryState, type EntryStep, type KnowledgeEntry, type writeEntry as operation } from '../contract.ts';
import { fail } from '../errors.ts';
import { getMatterRecord } from '../record.ts';
import type { StuckMattersTables } from '../tables.ts';
import { entryAbilities, getEntryRow, viewEntry, type EntryRow } from './entries.ts';

/** Writes an entry, by itself or out of a closed matter (STK-02 知识库沉淀). @throws stuck-matters.not-closed, .entry-exists, .item-not-found */
export async function writeEntry(ctx: Context, { matterId, ...input }: BodyOf<typeof operation>): Promise<KnowledgeEntry> {
  requireScope(ctx, 'stuck-matters.entry.write');
  const matter = matterId === undefined ? undefined : await getMatterRecord(ctx, matterId);
  if (matter && matter.state !== 'closed') throw fail('stuck-matters.not-closed');
  const id = createId();
  const batch = new WriteBatch().onViolation('entry_matter', () => fail('stuck-matters.entry-exists'));
  writesFor<StuckMattersTables>(batch).insert('stuckMatters.entry', {
    id, version: 1, state: 'draft', ...await contentOf(ctx, input), matterId: matter?.id ?? null, matterNumber: matter?.number ?? null, writtenById: ctx.actor.id, writtenByName: ctx.actor.name,
    decidedByName: null, decidedAt: null, decisionText: null, updatedAt: ctx.kernel.clock.now(),
  });
  recordAudit(ctx, batch, { action: 'stuck-matters.write-entry', objectType: 'stuck-matter-entry', objectId: id, detail: { matter: matter?.number ?? null } });
  await commit(ctx, batch);
  return viewEntry(ctx, id);
}

type Content = Pick<EntryRow, 'question' | 'answer' | 'itemId' | 'tags'>;

async function contentOf(ctx: Context, { question, answer, itemId, tags }: Content) {
  const item = itemId === null ? undefined : await getPublishedItem(ctx, itemId).catch(() => { throw fail('stuck-matters.item-not-found'); });
  return { question: question.trim(), answer: answer.trim(), itemId, itemName: item?.elements.name ?? null, tags: tags.map((tag) => tag.trim()).filter((tag) => tag !== '') };
}

const next: Readonly<Record<EntryStep['action'], EntryState | undefined>> = { edit: undefined, submit: 'review', publish: 'published', return: 'draft', retire: 'retired' };
const abilityOf = { edit: 'edit', submit: 'submit', publish: 'decide', return: 'decide', retire: 'retire' } as const;

/** Takes an entry one step on: its writer edits and hands in, another publishes or returns it, reviewers retire it. @throws stuck-matters.entry-not-found, .stale, .entry-state, .own-entry */
export async function advanceEntry(ctx: Context, id: string, step: EntryStep): Promise<KnowledgeEntry> {
  const row = await getEntryRow(ctx, id);
  if (row.version !== step.version) throw fail('stuck-matters.stale');
  if (!entryAbilities(ctx, row)[abilityOf[step.action]]) throw refusalOf(ctx, row, step.action);
  const now = ctx.kernel.clock.now();
  const changes: Updateable<StuckMattersTables['stuckMatters.entry']> = { version: row.version + 1, state: next[step.action] ?? row.state, updatedAt: now };
  if (step.action === 'edit') Object.assign(changes, await contentOf(ctx, step));
  if ('text' in step) Object.assign(changes, { decidedByName: ctx.actor.name, decidedAt: now, decisionText: step.text });
  const batch = new WriteBatch();
  writesFor<StuckMattersTables>(batch).update('stuckMatters.entry', changes, { id, version: row.version }, { expected: 1, otherwise: () => fail('stuck-matters.stale') });
  recordAudit(ctx, batch, { action: `stuck-matters.${step.action}-entry`, objectType: 'stuck-matter-entry', objectId: id });
  await commit(ctx, batch);
  return viewEntry(ctx, id);
}

/** The state forbids it, the officer's own entry, or the officer lacks the right. */
function refusalOf(ctx: Context, row: EntryRow, action: EntryStep['action']): Error {
  const expected: Readonly<Record<EntryStep['action'], readonly EntryState[]>> = { edit: ['draft', 'review', 'published'], submit: ['draft'], publish: ['review'], return: ['review'], retire: ['published'] };
  if (!expected[action].includes(row.state)) return fail('stuck-matters.entry-state', { state: entryStateLabels[row.state] });
  return abilityOf[action] === 'decide' && row.writtenById === ctx.actor.id ? fail('stuck-matters.own-entry') : kernelFail('kernel.forbidden');
}
