import type { BodyOf, ResponseOf } from '@tongban/contract-kit';
import type { Context } from '../../../kernel/context.ts';
import { findAccount } from '../../../kernel/time-accounts/index.ts';
import { unsafeFindCase } from '../../cases/index.ts';
import { fail } from '../errors.ts';
import { AskedCase, type askCase as operation } from '../exchange.contract.ts';
import { selfBuiltTables } from '../systems.ts';
import { openMessage } from './open-message.ts';

/** Tells a self-built system how one of its cases stands here. @throws self-built.unknown-case, the errors of `openMessage` */
export async function askCase(ctx: Context, message: BodyOf<typeof operation>): Promise<ResponseOf<typeof operation>> {
  const { system, content } = await openMessage(ctx, 'query', message, AskedCase);
  const link = await selfBuiltTables(ctx).selectFrom('selfBuilt.link').selectAll().where('caseNumber', '=', content.caseNumber).where('systemId', '=', system.id).executeTakeFirst();
  const record = link && await unsafeFindCase(ctx, link.caseId);
  if (!link || !record) throw fail('self-built.unknown-case');
  const clock = await findAccount(ctx, { subjectType: 'case', subjectId: record.id });
  return {
    caseNumber: record.number, state: link.state, status: record.status, outcome: record.outcome, nextSequence: link.lastSequence + 1,
    promisedDueOn: clock?.deadlines.promisedDueOn ?? null, legalDueOn: clock?.deadlines.legalDueOn ?? null,
  };
}
