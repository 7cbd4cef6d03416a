import { recordAuditNow } from '../../../kernel/audit/index.ts';
import { holds } from '../../../kernel/access/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { fail as kernelFail } from '../../../kernel/errors/kernel-errors.ts';
import { elementLabel } from '../../catalog/contract.ts';
import { matterAbilities, type MatterAbility, type MatterView } from '../contract.ts';
import { readNames } from '../lists.ts';
import { filesOfLatest, filesOfStep } from '../matter-files.ts';
import { presentLine, readWords } from '../present.ts';
import { decryptContact, getMatterRecord, hasRight, isHandler, type MatterRecord } from '../record.ts';
import { applyMatterStep } from '../states.ts';
import { labelOfStep, textOfStep } from '../step-labels.ts';
import type { StuckMattersTables } from '../tables.ts';
import { mayStep } from '../who-may.ts';

/** One matter with everything done so far (STK-02 日志). @throws stuck-matters.matter-not-found */
export async function viewMatter(ctx: Context, id: string): Promise<MatterView> {
  return presentMatter(ctx, await getMatterRecord(ctx, id));
}

/** A matter whole, for who may see it, or has just taken a step by which it left the officer's sight. */
export async function presentMatter(ctx: Context, row: MatterRecord): Promise<MatterView> {
  const { id } = row;
  const tables = tablesOf<StuckMattersTables>(ctx.kernel.db);
  const [steps, entry, words, causes] = await Promise.all([
    tables.selectFrom('stuckMatters.matterStep').selectAll().where('matterId', '=', id).orderBy('id').execute(),
    tables.selectFrom('stuckMatters.entry').select('id').where('matterId', '=', id).where('state', '<>', 'retired').executeTakeFirst(),
    readWords(ctx), readNames(ctx.kernel, 'cause'),
  ]);
  const named = (ofId: string | null, name: string | null) => (ofId === null ? null : { id: ofId, name: name ?? '' });
  return {
    ...presentLine(row, words), version: row.version, reporterKind: row.reporterKind, mobileMasked: row.mobileMasked,
    case: row.caseId === null || row.caseNumber === null ? null : { id: row.caseId, number: row.caseNumber }, itemId: row.itemId, concernedName: row.concernedName,
    organization: named(row.organizationId, row.organizationName), officer: named(row.officerId, row.officerName), companion: named(row.companionId, row.companionName),
    withDirector: row.directorOn !== null, limitDays: row.limitDays, registeredByName: row.registeredByName, files: filesOfLatest(steps, 'register'),
    answer: row.answerText === null || row.answeredAt === null ? null : { text: row.answerText, at: row.answeredAt.toISOString(), inTime: row.inTime, files: filesOfLatest(steps, 'answer') },
    cause: presentCause(row, causes), findingId: row.findingId, wordText: row.wordText, wordBy: row.wordBy,
    steps: steps.map((step) => ({ action: step.action, label: labelOfStep(step), by: step.actorName, organizationName: step.organizationName, at: step.at.toISOString(), text: textOfStep(step), files: filesOfStep(step) })),
    entryId: entry?.id ?? null, abilities: { ...abilitiesOf(ctx, row), readContact: mayReadContact(ctx, row), writeEntry: row.state === 'closed' && entry === undefined && holds(ctx.actor, 'stuck-matters.entry.write') },
  };
}

function presentCause({ causeCode, causeText, causeElement }: MatterRecord, causes: ReadonlyMap<string, string>): MatterView['cause'] {
  if (causeCode === null) return null;
  return { code: causeCode, name: causes.get(causeCode) ?? causeCode, text: causeText ?? '', element: causeElement, elementLabel: causeElement === null ? null : elementLabel(causeElement) };
}

function abilitiesOf(ctx: Context, row: MatterRecord): Record<MatterAbility, boolean> {
  const ability = (action: MatterAbility): boolean => mayStep(ctx, row, action) && applyMatterStep(row, { action }).ok;
  return Object.fromEntries(matterAbilities.map((action) => [action, ability(action)])) as Record<MatterAbility, boolean>;
}

/** Who works on a matter may ring the reporter, and look at what the reporter gave. */
export function mayReadContact(ctx: Context, row: MatterRecord): boolean {
  const { actor } = ctx;
  return isHandler(ctx, row) || hasRight(ctx, 'stuck-matters.matter.assign', row) || hasRight(ctx, 'stuck-matters.matter.audit', row)
    || (actor.kind === 'staff' && [row.companionId, row.registeredById].includes(actor.id));
}

/** Name, mobile and words in full, for a purpose that is recorded. @throws stuck-matters.matter-not-found, forbidden */
export async function readContact(ctx: Context, id: string, purpose: string): Promise<{ name: string; mobile: string; content: string }> {
  const row = await getMatterRecord(ctx, id);
  if (!mayReadContact(ctx, row)) throw kernelFail('kernel.forbidden');
  await recordAuditNow(ctx, { action: 'stuck-matters.read-contact', objectType: 'stuck-matter', objectId: id, purpose });
  return { ...decryptContact(ctx, row), content: row.content };
}
