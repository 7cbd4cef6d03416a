import type { Context } from '../../../kernel/context.ts';
import type { WriteBatch } from '../../../kernel/db/index.ts';
import { claimFiles, findFiles } from '../../../kernel/files/index.ts';
import type { MatterFile } from '../contract.ts';
import { matterFileOwner } from '../matter-files.ts';

/**
 * Makes uploads of the actor files of a matter, in the batch of the step that brings them, and gives what its line of the trail
 * keeps of them. The batch fails with files.not-yours when one was uploaded by somebody else or is in use elsewhere.
 */
export async function attachFiles(ctx: Context, batch: WriteBatch, matterId: string, fileIds: readonly string[] = []): Promise<{ files?: MatterFile[] }> {
  if (fileIds.length === 0) return {};
  claimFiles(batch, fileIds, { type: matterFileOwner, id: matterId }, { uploadedBy: ctx.actor.id });
  return { files: (await findFiles(ctx, fileIds)).map(({ id, name }) => ({ id, name })) };
}
