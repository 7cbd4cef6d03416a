import { recordAuditNow } from '../../../kernel/audit/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { fail as kernelFail } from '../../../kernel/errors/kernel-errors.ts';
import { findFiles, readFile, toFileAnswer } from '../../../kernel/files/index.ts';
import type { FileAnswer } from '../../../kernel/module/index.ts';
import { fail } from '../errors.ts';
import { matterFileOwner } from '../matter-files.ts';
import { getMatterRecord } from '../record.ts';
import { viewOwnMatter } from './own-matters.ts';
import { mayReadContact, presentMatter } from './view-matter.ts';

/** A file of one's own report, or of the result that has been told. @throws stuck-matters.matter-not-found, files.not-found */
export async function readOwnMatterFile(ctx: Context, matterId: string, fileId: string): Promise<FileAnswer> {
  const { files, answerFiles } = await viewOwnMatter(ctx, matterId);
  if (![...files, ...answerFiles].some(({ id }) => id === fileId)) throw fail('stuck-matters.matter-not-found');
  return answerWith(ctx, matterId, fileId);
}

/**
 * A file of a matter. What the reporter gave may show who that is: it is for those who may read the contact, and each reading
 * is recorded. @throws stuck-matters.matter-not-found, files.not-found, forbidden
 */
export async function readMatterFile(ctx: Context, matterId: string, fileId: string): Promise<FileAnswer> {
  const row = await getMatterRecord(ctx, matterId);
  const { files, steps } = await presentMatter(ctx, row);
  const reporters = files.some(({ id }) => id === fileId);
  if (reporters && !mayReadContact(ctx, row)) throw kernelFail('kernel.forbidden');
  if (!reporters && !steps.some((step) => step.files.some(({ id }) => id === fileId))) throw fail('stuck-matters.matter-not-found');
  const answer = await answerWith(ctx, matterId, fileId);
  if (reporters) await recordAuditNow(ctx, { action: 'stuck-matters.read-matter-file', objectType: 'stuck-matter', objectId: matterId, detail: { fileId } });
  return answer;
}

async function answerWith(ctx: Context, matterId: string, fileId: string): Promise<FileAnswer> {
  const [file] = await findFiles(ctx, [fileId]);
  if (file?.owner?.type !== matterFileOwner || file.owner.id !== matterId) throw fail('stuck-matters.matter-not-found');
  return toFileAnswer(await readFile(ctx, fileId));
}
