import { holds } from '../../../kernel/access/index.ts';
import { recordAuditNow } from '../../../kernel/audit/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { fail as kernelFail } from '../../../kernel/errors/kernel-errors.ts';
import { isApplicantSide } from '../../cases/index.ts';
import type { CaseReadings } from '../reading.contract.ts';
import { filesOfCase } from './application-files.ts';
import { gatherReadings } from './gather-readings.ts';
import { listActiveTypes } from './type-record.ts';

/**
 * What was found of a case's materials. Officers see personal values masked unless they give a purpose, which is recorded
 * (design invariant 9). @throws cases.not-found, kernel.forbidden
 */
export async function readCaseReadings(ctx: Context, caseId: string, purpose: string | undefined): Promise<CaseReadings> {
  const application = await filesOfCase(ctx, caseId);
  const { record } = application;
  const own = isApplicantSide(ctx, record);
  const reveal = purpose !== undefined && purpose.trim() !== '';
  if (reveal && !own && !holds(ctx.actor, 'cases.case.read-full')) throw kernelFail('kernel.forbidden', { permission: 'cases.case.read-full' });
  const masked = !own && !reveal;
  const [readings, types] = await Promise.all([gatherReadings(ctx, application, { masked }), listActiveTypes(ctx)]);
  if (!own && readings.files.length > 0) {
    await recordAuditNow(ctx, { action: reveal ? 'recognition.read-results-in-full' : 'recognition.read-results', objectType: 'case', objectId: caseId, purpose: reveal ? purpose.trim() : `办理办件${record.number}` });
  }
  return {
    checking: true, ...readings, masked, types: types.map(({ code, content }) => ({ code, name: content.name })),
    abilities: { correct: ctx.actor.kind === 'staff' && holds(ctx.actor, 'recognition.reading.correct'), readFull: own || holds(ctx.actor, 'cases.case.read-full') },
  };
}
