import { recordAuditNow } from '../../../kernel/audit/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { readFile } from '../../../kernel/files/index.ts';
import { fail } from '../errors.ts';
import { getOwnApplication, isApplicantSide, listChildren } from '../record.ts';

/** A file of the application or of one of its cases, for whoever answers for the applicant. @throws bundle-applications.not-found */
export async function readApplicationFile(ctx: Context, applicationId: string, fileId: string): ReturnType<typeof readFile> {
  const application = await getOwnApplication(ctx, applicationId);
  const found = await readFile(ctx, fileId);
  const { owner } = found.file;
  const cases = (await listChildren(ctx, applicationId)).flatMap(({ caseId }) => caseId ?? []);
  const isPart = owner?.type === 'bundle-application' ? owner.id === application.id : owner?.type === 'case' && cases.includes(owner.id);
  if (!isPart) throw fail('bundle-applications.not-found');
  if (!isApplicantSide(ctx, application)) {
    await recordAuditNow(ctx, { action: 'bundle-applications.read-file', objectType: 'bundle-application', objectId: application.id, purpose: `办理一件事申请${application.number}`, detail: { fileId } });
  }
  return found;
}
