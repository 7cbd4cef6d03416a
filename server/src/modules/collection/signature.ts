import type { Context } from '../../kernel/context.ts';
import { handwritingBounds, readHandwriting } from '../../kernel/documents/index.ts';
import { findFiles, readFile } from '../../kernel/files/index.ts';
import { fail } from './errors.ts';

/** Requires that a file is a signature which the actor has just taken: a PNG that opens and is not blank. @throws collection.no-signature */
export async function requireSignature(ctx: Context, fileId: string): Promise<void> {
  const [file] = await findFiles(ctx, [fileId]);
  if (file?.uploadedBy !== ctx.actor.id || file.owner !== null || file.mediaType !== 'image/png' || file.size > handwritingBounds.bytes) throw fail('collection.no-signature');
  const { content } = await readFile(ctx, fileId);
  if (!await readHandwriting(content)) throw fail('collection.no-signature');
}
