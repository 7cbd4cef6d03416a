import type { FormDefinition } from '@tongban/form-model';
import { maskAnswers } from '@tongban/form-model';
import type { ResponseOf } from '@tongban/contract-kit';
import { holds } from '../../../kernel/access/index.ts';
import { recordAuditNow } from '../../../kernel/audit/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { fail as kernelFail } from '../../../kernel/errors/kernel-errors.ts';
import { getForm, getPinnedVersion } from '../../catalog/index.ts';
import { formParametersOf } from '../../guidance/index.ts';
import { readAgentNumbers } from '../agent.ts';
import type { getCaseApplication as operation } from '../contract.ts';
import { readPostalAddress } from '../postal-address.ts';
import { getCaseRecord, isApplicantSide } from '../record.ts';
import { listAnswers } from './case-parts.ts';

/**
 * The application as filled in. Officers see sensitive answers masked unless they give a purpose, which is recorded
 * (design invariant 9). @throws cases.not-found, kernel.forbidden
 */
export async function viewApplication(ctx: Context, caseId: string, purpose: string | undefined): Promise<ResponseOf<typeof operation>> {
  const record = await getCaseRecord(ctx, caseId);
  const own = isApplicantSide(ctx, record) || record.filerId === ctx.actor.id;
  const reveal = purpose !== undefined && purpose.trim() !== '';
  if (reveal && !own && !holds(ctx.actor, 'cases.case.read-full')) throw kernelFail('kernel.forbidden', { permission: 'cases.case.read-full' });
  const form = getForm(await getPinnedVersion(ctx, record.itemVersionId), record.formKey);
  const definition = form.definition as FormDefinition;
  const rounds = await listAnswers(ctx, record);
  if (!own) {
    await recordAuditNow(ctx, {
      action: reveal ? 'cases.read-application-in-full' : 'cases.read-application', objectType: 'case', objectId: caseId,
      purpose: reveal ? purpose.trim() : `办理办件${record.number}`,
    });
  }
  const shown = rounds.map(({ round, at, answers }) => ({ round, at: at.toISOString(), answers: own || reveal ? answers : maskAnswers(definition, answers) }));
  const current = shown.at(-1);
  return {
    caseId, formName: form.name, definition: form.definition, parameters: formParametersOf(record.guidance),
    answers: current?.answers ?? {}, round: current?.round ?? 0, at: current?.at ?? record.submittedAt.toISOString(),
    agent: await readAgentNumbers(ctx, record, ctx.actor.kind === 'staff' && reveal ? purpose.trim() : undefined),
    postalAddress: readPostalAddress(ctx, record, { masked: !own && !reveal }), masked: !own && !reveal, earlierRounds: shown.slice(0, -1),
  };
}
