import { type FormDefinition, isFormDefinition, migrateAnswers } from '@tongban/form-model';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { takeTurns } from '../../../kernel/turns.ts';
import { getVersionRecord } from '../../catalog/index.ts';
import type { DraftChanges } from '../contract.ts';
import { getDraftVersion } from '../draft-needs.ts';
import { decryptDraft, type DraftRecord } from '../draft-record.ts';
import { fail } from '../errors.ts';
import { requirementsOf } from '../prepare-draft.ts';
import type { IntakeTables } from '../tables.ts';

/** Drafts looked at, the newest first: enough to see what a change does. */
const most = 200;

/**
 * Carries the answers of open drafts over to a form as its version has it now and counts what comes of them, by field; nothing
 * is written and no answer leaves (FRM-03). Drafts stay with the version they were begun with.
 * @throws catalog.version-not-found, intake.form-not-usable
 */
export async function previewDraftChanges(ctx: Context, versionId: string, formKey: string): Promise<DraftChanges> {
  const { version, item } = await getVersionRecord(ctx, versionId, 'catalog.item.edit');
  const newer = version.elements.forms.find(({ key }) => key === formKey)?.definition;
  if (!isFormDefinition(newer)) throw fail('intake.form-not-usable');
  const drafts = await openDraftsOf(ctx, item.id);
  const count: Counted = { withForm: 0, unchangedDrafts: 0, keptAnswers: 0, changes: new Map() };
  const turn = takeTurns();
  for (const draft of drafts.records) {
    const needs = requirementsOf(await getDraftVersion(ctx, draft), draft.guidance);
    if (needs.formKey === formKey) countDraft(ctx, count, needs.definition, newer, draft);
    await turn();
  }
  const changes = [...count.changes.values()].toSorted((one, other) => other.drafts - one.drafts);
  return { openDrafts: drafts.total, examined: drafts.records.length, withForm: count.withForm, unchangedDrafts: count.unchangedDrafts, keptAnswers: count.keptAnswers, changes };
}

interface Counted {
  withForm: number;
  unchangedDrafts: number;
  keptAnswers: number;
  changes: Map<string, DraftChanges['changes'][number]>;
}

async function openDraftsOf(ctx: Context, itemId: string): Promise<{ total: number; records: DraftRecord[] }> {
  const open = tablesOf<IntakeTables>(ctx.kernel.db).selectFrom('intake.draft').where('itemId', '=', itemId).where('submittedCaseId', 'is', null);
  const [{ total }, records] = await Promise.all([
    open.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    open.selectAll().orderBy('updatedAt', 'desc').limit(most).execute(),
  ]);
  return { total: Number(total), records };
}

function countDraft(ctx: Context, count: Counted, older: FormDefinition, newer: FormDefinition, draft: DraftRecord): void {
  const { answers, moved } = migrateAnswers(older, newer, decryptDraft(ctx, 'answers', draft), { today: chinaDate(ctx.kernel.clock.now()) });
  count.withForm += 1;
  count.keptAnswers += Object.keys(answers).length;
  if (moved.length === 0) count.unchangedDrafts += 1;
  // Rows of a table are one field of the form: counted once a draft.
  const fields = new Map(moved.map((one) => [`${one.outcome} ${one.path.replace(/\[\d+\]/, '')}`, one]));
  for (const [key, { path, label, outcome, message }] of fields) {
    const known = count.changes.get(key);
    if (known) known.drafts += 1;
    else count.changes.set(key, { path: path.replace(/\[\d+\]/, ''), label, outcome, drafts: 1, message });
  }
}
