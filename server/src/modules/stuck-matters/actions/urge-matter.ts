import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import type { MatterRecord } from '../record.ts';
import { assignersOf, auditorsOf, handlersOf, short, tellStaff } from '../tell.ts';
import { moveMatter } from './move-matter.ts';

/** Reminds those for whose step the matter waits; also what the citizen may do once a day. */
export async function urgeMatter(ctx: Context, row: MatterRecord, { version, text }: { version: number; text: string }): Promise<void> {
  const waited = row.state === 'answered' ? await auditorsOf(ctx, row) : row.organizationPath === '' ? await assignersOf(ctx, row) : await handlersOf(ctx, row);
  const byReporter = ctx.actor.kind === 'person';
  const supervisors = byReporter ? await assignersOf(ctx, row) : [];
  await moveMatter(ctx, row, { action: 'urge', version, text, byReporter, ...(byReporter ? { changes: { urgedOn: chinaDate(ctx.kernel.clock.now()) } } : {}) }, async (batch) => {
    await tellStaff(ctx, batch, row, [...waited, ...supervisors], { key: 'urged', dedupe: String(row.version), more: { text: short(text === '' ? '反映人催办，请尽快办理。' : text) } });
    return undefined;
  });
}
