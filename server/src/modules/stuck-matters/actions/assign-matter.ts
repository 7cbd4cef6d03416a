import { chinaDate, dateInWords } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { getOrganization } from '../../../kernel/organization/index.ts';
import type { MatterStep } from '../contract.ts';
import { fail } from '../errors.ts';
import { listHandlers, type Handler } from '../handlers.ts';
import type { MatterRecord } from '../record.ts';
import type { StuckMattersTables } from '../tables.ts';
import { handlersOf, tellStaff } from '../tell.ts';
import { moveMatter } from './move-matter.ts';

type Of<A extends MatterStep['action']> = Extract<MatterStep, { action: A }>;

/**
 * Gives a matter to a department, or to one of its officers, with a limit of its own; given again it is the second assignment.
 * @throws stuck-matters.nobody-handles, stuck-matters.unknown-officer
 */
export async function assignMatter(ctx: Context, row: MatterRecord, step: Of<'assign'>): Promise<void> {
  const organization = await getOrganization(ctx, step.organizationId);
  const handlers = await listHandlers(ctx, { organizationPath: organization.path, ...(step.officerId === undefined ? { most: 1 } : { ids: [step.officerId] }) });
  const [first] = handlers;
  if (!first) throw step.officerId === undefined ? fail('stuck-matters.nobody-handles', { organization: organization.name }) : fail('stuck-matters.unknown-officer');
  await give(ctx, row, step, { id: organization.id, name: organization.name, path: organization.path }, step.officerId === undefined ? null : first, null);
}

/** Puts a matter to the director on duty that day (局长进大厅). @throws stuck-matters.duty-past, .no-duty, .unknown-officer */
export async function putToDirector(ctx: Context, row: MatterRecord, step: Of<'put-to-director'>): Promise<void> {
  if (step.on < chinaDate(ctx.kernel.clock.now())) throw fail('stuck-matters.duty-past');
  const duty = await tablesOf<StuckMattersTables>(ctx.kernel.db).selectFrom('stuckMatters.duty').selectAll().where('dutyOn', '=', step.on).executeTakeFirst();
  if (!duty) throw fail('stuck-matters.no-duty', { on: dateInWords(step.on) });
  const [director] = await listHandlers(ctx, { ids: [duty.directorId] });
  if (!director) throw fail('stuck-matters.unknown-officer');
  await give(ctx, row, step, { id: director.organizationId, name: director.organizationName, path: director.organizationPath }, director, step.on);
}

async function give(
  ctx: Context, row: MatterRecord, { action, version, text, limitDays }: Of<'assign'> | Of<'put-to-director'>, organization: { id: string; name: string; path: string }, officer: Handler | null,
  directorOn: string | null,
): Promise<void> {
  const changes = {
    organizationId: organization.id, organizationName: organization.name, organizationPath: organization.path, officerId: officer?.id ?? null, officerName: officer?.name ?? null, directorOn,
    answerText: null, answeredAt: null, causeCode: null, causeText: null, causeElement: null,
  };
  const detail = { organization: organization.name, ...(officer ? { officer: officer.name } : {}), ...(directorOn === null ? {} : { on: directorOn }), again: row.organizationPath !== '' || row.round > 1 };
  await moveMatter(ctx, row, { action, version, text, limitDays, changes, detail }, async (batch, moved) => {
    await tellStaff(ctx, batch, moved.row, await handlersOf(ctx, moved.row), { key: 'assigned', dedupe: String(row.version), more: { dueOn: moved.dueOn === null ? '' : dateInWords(moved.dueOn) } });
    return undefined;
  });
}
