import { formatAnswer, listSectionFields, type FormatOptions, type FormDefinition } from '@tongban/form-model';
import type { Context } from '../../../kernel/context.ts';
import { findFiles } from '../../../kernel/files/index.ts';
import { getForm, getPinnedVersion, wordsFor, type PinnedVersion } from '../../catalog/index.ts';
import { listAnswers, listCurrentMaterials, type CaseRecord, type MaterialRow } from '../../cases/index.ts';
import { unsafeReadReferences, type LicenceReference } from '../../licences/index.ts';
import { mostPartBytes, type AnsweredCell, type AnsweredField, type ApplicationContent, type ReadableFile, type ReadableMaterial } from '../content.contract.ts';
import type { Disclosure } from '../exchange.contract.ts';

/** A case that its system may read now, and how much of it. */
export interface OpenedApplication { record: CaseRecord; disclosure: Exclude<Disclosure, 'identity'>; consent: ApplicationContent['consent'] }

/** What is handed over of an application, with the licences that stand for materials. */
export interface GatheredContent { content: ApplicationContent; licences: LicenceReference[] }

type Answers = Readonly<Record<string, unknown>>;
type Files = ReadonlyMap<string, ReadableFile>;

/** Gathers what counts now of an application, no more than the disclosure covers; files are named, not read. Skips access control. */
export async function gatherContent(ctx: Context, { record, disclosure, consent }: OpenedApplication): Promise<GatheredContent> {
  const [version, rounds, materials] = await Promise.all([
    getPinnedVersion(ctx, record.itemVersionId), listAnswers(ctx, record), disclosure === 'materials' ? listCurrentMaterials(ctx, record) : [],
  ]);
  const { round = 0, at = record.submittedAt, answers = {} } = rounds.at(-1) ?? {};
  const form = getForm(version, record.formKey);
  const definition = form.definition as FormDefinition;
  const [words, files, licences] = await Promise.all([
    wordsFor(ctx, definition, answers), listReadable(ctx, record.id, [...fileIdsIn(answers), ...materials.flatMap((material) => material.files.map(({ id }) => id))]),
    unsafeReadReferences(ctx, materials.flatMap(({ licence }) => (licence ? [licence.id] : []))),
  ]);
  return {
    licences: [...licences.values()],
    content: {
      caseNumber: record.number, itemCode: version.elements.localTaskCode ?? '', itemName: record.itemName, submittedAt: record.submittedAt.toISOString(), situation: situationOf(record, version),
      disclosure, consent, deliveryMethod: record.deliveryMethod, form: { name: form.name, round, at: at.toISOString(), answers: answersOf(definition, answers, words, files) },
      materials: disclosure === 'materials' ? materials.map((material) => materialOf(material, version, files, licences)) : null,
    },
  };
}

/** The files that are named in the content. */
export function filesIn({ form, materials }: ApplicationContent): ReadableFile[] {
  return [...form.answers.flatMap((answer) => [...answer.files, ...answer.rows.flat().flatMap((cell) => cell.files)]), ...(materials ?? []).flatMap((material) => material.files)];
}

function situationOf({ situationKey, situationName, guidance }: CaseRecord, { elements }: PinnedVersion): ApplicationContent['situation'] {
  const questions = new Map((elements.questionnaire?.questions ?? []).map((question) => [question.key, question]));
  return {
    key: situationKey, name: situationName, choices: guidance.map(({ question, option }) => ({
      question, option, questionText: questions.get(question)?.text ?? question, optionText: questions.get(question)?.options.find(({ key }) => key === option)?.text ?? option,
    })),
  };
}

function answersOf(definition: FormDefinition, answers: Answers, words: FormatOptions, files: Files): AnsweredField[] {
  return definition.sections.flatMap((section) => listSectionFields(section).flatMap((field): AnsweredField[] => {
    const value = answers[field.id];
    const rows = field.type === 'table' && Array.isArray(value) ? value.filter(isRow).map((row) => field.columns.flatMap((column) => cellOf(column, row[column.id], words, files))) : [];
    const [cell] = cellOf(field, field.type === 'table' ? null : value, words, files);
    if (field.type === 'table') return rows.length === 0 ? [] : [{ section: section.title ?? '', ...emptyCell(field), rows }];
    return cell ? [{ section: section.title ?? '', ...cell, rows }] : [];
  }));
}

type Field = ReturnType<typeof listSectionFields>[number];

function isRow(row: unknown): row is Record<string, unknown> {
  return typeof row === 'object' && row !== null;
}

function emptyCell({ id, label, type, dataElement }: Field): AnsweredCell {
  return { key: id, label, dataElement: dataElement ?? null, type, value: null, text: '', files: [] };
}

/** Nothing when nothing was answered. */
function cellOf(field: Field, value: unknown, words: FormatOptions, files: Files): AnsweredCell[] {
  const text = formatAnswer(field, value, words);
  return text === '' ? [] : [{ ...emptyCell(field), value, text, files: [...fileIdsIn(value)].flatMap((id) => files.get(id) ?? []) }];
}

function materialOf({ key, name, source, round, files: own, licence }: MaterialRow, { elements }: PinnedVersion, files: Files, licences: ReadonlyMap<string, LicenceReference>): ReadableMaterial {
  const reference = licence ? licences.get(licence.id) : undefined;
  return {
    key, name, standardCode: elements.materials.find((material) => material.key === key)?.standardCode ?? null, providedAs: source, round, files: own.flatMap(({ id }) => files.get(id) ?? []),
    licence: reference ? { typeCode: reference.typeCode, name: reference.name, number: reference.number, identifier: reference.identifier, state: reference.state, verifyUrl: reference.verifyUrl } : null,
  };
}

/** Ids of files anywhere in answers. */
function fileIdsIn(value: unknown): Set<string> {
  if (typeof value !== 'object' || value === null) return new Set();
  const { fileId } = value as { fileId?: unknown };
  return new Set([...(typeof fileId === 'string' ? [fileId] : []), ...Object.values(value).flatMap((part) => [...fileIdsIn(part)])]);
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Only files that are the case's own: an answer may name any id. */
async function listReadable(ctx: Context, caseId: string, ids: readonly string[]): Promise<Map<string, ReadableFile>> {
  const records = await findFiles(ctx, [...new Set(ids)].filter((id) => uuid.test(id)));
  return new Map(records.filter(({ owner }) => owner?.type === 'case' && owner.id === caseId)
    .map(({ id, name, mediaType, size, digest }) => [id, { fileId: id, name, mediaType, size, digest, parts: Math.max(1, Math.ceil(size / mostPartBytes)) }]));
}
