import { isDeepStrictEqual } from 'node:util';
import type { BodyOf } from '@tongban/contract-kit';
import { loadCalendar } from '../../../kernel/calendar/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { claimFiles } from '../../../kernel/files/index.ts';
import {
  addAnswers, addMaterials, changeCase, getCaseRecord, isFilingSide, listCurrentMaterials, readAnswers, requireVersion,
  supplementNoticeDays, type CaseFile, type CaseRecord, type SubmittedMaterial,
} from '../../cases/index.ts';
import { getPinnedVersion } from '../../catalog/index.ts';
import type { CaseReceipt, supplementCase as operation } from '../contract.ts';
import { fail } from '../errors.ts';
import { checkAnswers, checkMaterials, requirementsOf, type Requirements } from '../prepare-draft.ts';
import { pinnedSubstitutes, requireStandingLicences, type StandingLicence } from '../substitution.ts';
import type { DraftMaterial } from '../tables.ts';
import { presentReceipt } from './accept-case.ts';
import { newFormFiles, resolveMaterials } from './save-draft.ts';
import { submittedMaterials } from './file-application.ts';

type Input = BodyOf<typeof operation>;

/** Who may correct a case: the applicant's side, and the window that filed it at the counter. @throws intake.not-applicant */
export function requireFilingSide(ctx: Context, record: CaseRecord): void {
  if (!isFilingSide(ctx, record)) throw fail('intake.not-applicant');
}

async function currentMaterials(ctx: Context, record: CaseRecord): Promise<DraftMaterial[]> {
  return (await listCurrentMaterials(ctx, record)).map((material) => ({
    key: material.key, files: material.files, licenceId: material.licence?.id ?? null, licenceConsent: material.licence !== null,
    paperReceived: material.source === 'paper',
  }));
}

/** What the answer to a notice changes: the form if other answers were given, and the materials named in it. */
interface Correction {
  answers: Record<string, unknown>;
  answersChanged: boolean;
  materials: DraftMaterial[];
  /** Keys of the materials that this round replaces. */
  replaced: ReadonlySet<string>;
  addedFiles: string[];
}

async function readCorrection(ctx: Context, record: CaseRecord, needs: Requirements, input: SupplementInput, uploads?: ReadonlyMap<string, CaseFile>): Promise<Correction> {
  const before = await readAnswers(ctx, record);
  const { value, issues } = checkAnswers(ctx, needs, input.answers, before, 'submit');
  // Answers that stand as they were submitted are not judged again: a date may lie in the past by now.
  const answersChanged = !isDeepStrictEqual(value, before);
  const known = await currentMaterials(ctx, record);
  const { materials: given, added } = await resolveMaterials(ctx, needs, input.materials, known, uploads);
  // With `uploads` whoever calls answers for the files that the form names as well.
  const inForm = answersChanged && !uploads ? await newFormFiles(ctx, before, value) : [];
  const replaced = new Set(given.map(({ key }) => key));
  const materials = [...known.filter(({ key }) => !replaced.has(key)), ...given];
  const all = [...(answersChanged ? issues : []), ...checkMaterials(needs, materials)];
  if (all.length > 0) throw fail('intake.incomplete', { count: all.length }, { issues: all });
  return { answers: answersChanged ? value : before, answersChanged, materials, replaced, addedFiles: [...added, ...inForm] };
}

function addRound(ctx: Context, batch: WriteBatch, next: CaseRecord, needs: Requirements, correction: Correction, licences: readonly StandingLicence[]): void {
  const { round } = next.state;
  addAnswers(ctx, batch, next.id, round, correction.answers);
  const isChanged = ({ key, source }: SubmittedMaterial): boolean => (source === 'form' ? correction.answersChanged : correction.replaced.has(key));
  addMaterials(batch, next.id, round, submittedMaterials(needs, correction.materials, licences).filter(isChanged));
}

/** What one case is told in answer to its notice, by its own form and materials. */
export type SupplementInput = Pick<Input, 'answers' | 'materials' | 'remark'>;

/**
 * Adds the answer to a supplement notice to the batch as a new round; what was submitted before stays readable (design
 * invariant 3), and what the answer does not name stays as it is. Five working days for acceptance begin anew. The added files
 * stay with their owner: who calls this hands them over.
 * @throws intake.incomplete, cases.wrong-status; cases.stale at commit
 */
export async function addSupplement(ctx: Context, batch: WriteBatch, record: CaseRecord, input: SupplementInput, uploads?: ReadonlyMap<string, CaseFile>): Promise<{ next: CaseRecord; addedFiles: string[] }> {
  const version = await getPinnedVersion(ctx, record.itemVersionId);
  const needs = requirementsOf(version, record.guidance);
  const correction = await readCorrection(ctx, record, needs, input, uploads);
  const replaced = correction.materials.filter(({ key }) => correction.replaced.has(key));
  const licences = await requireStandingLicences(
    ctx, { kind: record.applicantKind, id: record.applicantId }, replaced, await pinnedSubstitutes(ctx, record.id, needs));
  const on = chinaDate(ctx.kernel.clock.now());
  const acceptanceDueOn = (await loadCalendar(ctx.kernel)).provisional.addWorkingDays(on, supplementNoticeDays);
  const next = changeCase(ctx, batch, record, { step: { type: 'supplement', on }, opinion: input.remark ?? '已按补正通知提交补正内容。' },
    { acceptanceDueOn, supplementDueOn: null });
  addRound(ctx, batch, next, needs, correction, licences);
  return { next, addedFiles: correction.addedFiles };
}

/**
 * Adds to the batch that the answer to a supplement notice was given to another system: nothing of the application changes here,
 * and five working days for acceptance begin anew (INT-04). @throws cases.wrong-status; cases.stale at commit
 */
export async function noteSupplement(ctx: Context, batch: WriteBatch, record: CaseRecord, remark: string): Promise<CaseRecord> {
  const on = chinaDate(ctx.kernel.clock.now());
  const acceptanceDueOn = (await loadCalendar(ctx.kernel)).provisional.addWorkingDays(on, supplementNoticeDays);
  return changeCase(ctx, batch, record, { step: { type: 'supplement', on }, opinion: remark }, { acceptanceDueOn, supplementDueOn: null });
}

/** Files the answer to a supplement notice. @throws intake.incomplete, cases.wrong-status, cases.stale */
export async function supplementCase(ctx: Context, caseId: string, input: Input): Promise<CaseReceipt> {
  const record = await getCaseRecord(ctx, caseId);
  requireFilingSide(ctx, record);
  requireVersion(record, input.version);
  const batch = new WriteBatch();
  const { next, addedFiles } = await addSupplement(ctx, batch, record, input);
  claimFiles(batch, addedFiles, { type: 'case', id: next.id }, { uploadedBy: ctx.actor.id });
  await commit(ctx, batch);
  return presentReceipt(next);
}
