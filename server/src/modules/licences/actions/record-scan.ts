import type { Context } from '../../../kernel/context.ts';
import { isHolder } from '../queries/licence-record.ts';
import { countTrace } from './count-trace.ts';
import type { LicenceRecord } from './issue-licence.ts';

/** How somebody verified a licence. */
export type ScanKind = 'code' | 'file';

const purposes: Record<ScanKind, string> = { code: '扫码或输入标识核验真伪', file: '上传证照文件核验真伪' };
const somebody = '匿名核验（不记录身份）';

/**
 * Leaves the trace that somebody verified a licence, for its holder to see (LIC-06). Officers are named by their authority,
 * anyone else not at all; what the holder does leaves none. One row a day and kind counts the times, so that a code that
 * hangs on a wall does not bury the other uses.
 */
export async function recordScan(ctx: Context, licence: LicenceRecord, kind: ScanKind): Promise<void> {
  if (isHolder(ctx, licence)) return;
  const by = ctx.actor.kind === 'staff' ? ctx.actor.organizationName : somebody;
  await countTrace(ctx, { kind: licence.holderKind, id: licence.holderId }, { id: licence.id, name: licence.typeName }, { by, purpose: purposes[kind] });
}
