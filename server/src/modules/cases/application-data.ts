import { formatAnswer, listFields, type FormatOptions, type FormDefinition } from '@tongban/form-model';
import type { Context } from '../../kernel/context.ts';
import type { DocumentData } from '../../kernel/documents/index.ts';
import { getForm, getPinnedVersion, wordsFor } from '../catalog/index.ts';
import { listAnswers } from './queries/case-parts.ts';
import type { CaseRecord } from './record.ts';

/** The answers of a form as its documents print them: each in words, tables as lists; with `masked` words, without what is sensitive. */
export function wordAnswers(definition: FormDefinition, answers: Readonly<Record<string, unknown>>, words: FormatOptions): DocumentData {
  return Object.fromEntries(listFields(definition).map((field) => {
    const value = answers[field.id];
    if (field.type !== 'table') return [field.id, formatAnswer(field, value, words)];
    const rows = Array.isArray(value) ? value.filter((row): row is Record<string, unknown> => typeof row === 'object' && row !== null) : [];
    return [field.id, rows.map((row) => Object.fromEntries(field.columns.map((column) => [column.id, formatAnswer(column, row[column.id], words)])))];
  }));
}

/** What the application of a case said in a round, for its documents: corrections of later rounds do not change earlier ones. */
export async function readApplicationData(ctx: Context, record: CaseRecord, round: number, { masked }: { masked: boolean }): Promise<DocumentData> {
  const [rounds, version] = await Promise.all([listAnswers(ctx, record), getPinnedVersion(ctx, record.itemVersionId)]);
  const answers = rounds.findLast((one) => one.round <= round)?.answers ?? {};
  const definition = getForm(version, record.formKey).definition as FormDefinition;
  return wordAnswers(definition, answers, { ...await wordsFor(ctx, definition, answers), masked });
}
