import type { FormDefinition } from '@tongban/form-model';
import type { Selectable } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { readRows, writesFor, type WriteBatch } from '../../../kernel/db/index.ts';
import { personalDataCipher } from '../../../kernel/personal-data/index.ts';
import { getPinnedVersion } from '../../catalog/index.ts';
import type { ItemForm } from '../../catalog/contract.ts';
import { fail } from '../errors.ts';
import type { CaseRecord } from '../record.ts';
import type { CasesTables } from '../tables.ts';

const column = 'cases.step_answers.cipher';

type Row = Selectable<CasesTables['cases.stepAnswers']>;

/** What handlers have written into one form of a case, as it stands. */
export interface StepAnswers extends Omit<Row, 'cipher'> {
  answers: Record<string, unknown>;
}

const latest = 'SELECT DISTINCT ON (form_key) * FROM cases.step_answers WHERE case_id = $1 ORDER BY form_key, revision DESC';

/** The latest answers of each form that the steps of a case have filled in; earlier revisions stay readable in the table. */
export async function readStepAnswers(ctx: Context, caseId: string): Promise<StepAnswers[]> {
  const rows = await readRows<Row>(ctx.kernel.db, latest, [caseId]);
  const cipher = personalDataCipher(ctx.kernel);
  return rows.map(({ cipher: stored, ...row }) => ({ ...row, answers: JSON.parse(cipher.decrypt(column, `${row.caseId}:${row.formKey}:${row.revision}`, stored)) as Record<string, unknown> }));
}

/** Adds the next revision of a form's answers to the batch. @throws cases.step-form-stale (at commit) when somebody else has just added it */
export function addStepAnswers(ctx: Context, batch: WriteBatch, input: { caseId: string; formKey: string; revision: number; taskId: string; node: string; stepName: string; answers: Record<string, unknown> }): void {
  const { answers, ...row } = input;
  batch.onViolation('step_answers_pkey', () => fail('cases.step-form-stale'));
  writesFor<CasesTables>(batch).insert('cases.stepAnswers', {
    ...row, cipher: personalDataCipher(ctx.kernel).encrypt(column, `${row.caseId}:${row.formKey}:${row.revision}`, JSON.stringify(answers)),
    at: ctx.kernel.clock.now(), byId: ctx.actor.id, byName: ctx.actor.name,
  });
}

/** The form that a step has filled in, of the version the case was submitted with; undefined when the item has none under the key. */
export async function findStepForm(ctx: Context, record: Pick<CaseRecord, 'itemVersionId'>, formKey: string | undefined): Promise<(Omit<ItemForm, 'definition'> & { definition: FormDefinition }) | undefined> {
  if (formKey === undefined) return undefined;
  const { elements } = await getPinnedVersion(ctx, record.itemVersionId);
  const form = elements.forms.find(({ key }) => key === formKey);
  return form === undefined ? undefined : { ...form, definition: form.definition as FormDefinition };
}
