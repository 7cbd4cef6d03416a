import type { BodyOf } from '@tongban/contract-kit';
import { loadCalendar } from '../../../kernel/calendar/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { claimFiles } from '../../../kernel/files/index.ts';
import {
  addAnswers, addMaterials, changeCase, getCaseRecord, isApplicantSide, listCurrentMaterials, readAnswers, requireVersion,
  supplementNoticeDays, type CaseRecord,
} from '../../cases/index.ts';
import { getPinnedVersion } from '../../catalog/index.ts';
import type { CaseReceipt, supplementCase as operation } from '../contract.ts';
import { fail } from '../errors.ts';
import { checkAnswers, checkMaterials, requirementsOf } from '../prepare-draft.ts';
import type { DraftMaterial } from '../tables.ts';
import { presentReceipt } from './accept-case.ts';
import { resolveMaterials } from './save-draft.ts';
import { submittedMaterials, usedLicences } from './submit-draft.ts';

/** Who may correct a case: the applicant's side, and the clerk who filed it at the counter. @throws intake.not-applicant */
export function requireFilingSide(ctx: Context, record: CaseRecord): void {
  if (isApplicantSide(ctx, record)) return;
  if (ctx.actor.kind === 'staff' && record.filerId === ctx.actor.id) return;
  throw fail('intake.not-applicant');
}

async function currentMaterials(ctx: Context, record: CaseRecord): Promise<DraftMaterial[]> {
  return (await listCurrentMaterials(ctx, record)).map((material) => ({
    key: material.key, files: material.files, licenceId: material.licence?.id ?? null, licenceConsent: material.licence !== null,
    paperReceived: material.source === 'paper',
  }));
}

/**
 * Files the answer to a supplement notice as a new round; what was submitted before stays readable (design invariant 3).
 * Five working days for acceptance begin anew. @throws intake.incomplete, cases.wrong-status, cases.stale
 */
export async function supplementCase(ctx: Context, caseId: string, input: BodyOf<typeof operation>): Promise<CaseReceipt> {
  const record = await getCaseRecord(ctx, caseId);
  requireFilingSide(ctx, record);
  requireVersion(record, input.version);
  const version = await getPinnedVersion(ctx, record.itemVersionId);
  const needs = requirementsOf(version, record.guidance);
  const before = await readAnswers(ctx, record);
  const { value, issues } = checkAnswers(ctx, needs, input.answers, before, 'submit');
  const known = await currentMaterials(ctx, record);
  const { materials, added } = await resolveMaterials(ctx, needs, input.materials, known);
  const all = [...issues, ...checkMaterials(needs, materials)];
  if (all.length > 0) throw fail('intake.incomplete', { count: all.length }, { issues: all });
  const licences = await usedLicences(ctx, record, materials);
  const on = chinaDate(ctx.kernel.clock.now());
  const acceptanceDueOn = (await loadCalendar(ctx.kernel)).provisional.addWorkingDays(on, supplementNoticeDays);

  const batch = new WriteBatch();
  const next = changeCase(ctx, batch, record, { step: { type: 'supplement', on }, opinion: input.remark ?? '已按补正通知提交补正内容。' },
    { acceptanceDueOn, supplementDueOn: null });
  addAnswers(ctx, batch, record.id, next.state.round, value);
  addMaterials(batch, record.id, next.state.round, submittedMaterials(needs, materials, licences));
  claimFiles(batch, added, { type: 'case', id: record.id }, { uploadedBy: ctx.actor.id });
  await commit(ctx, batch);
  return presentReceipt(next);
}
