import { loadCalendar } from '../../kernel/calendar/index.ts';
import { chinaDate } from '../../kernel/clock/index.ts';
import type { Context } from '../../kernel/context.ts';
import { findPublishedItems } from '../../modules/catalog/index.ts';
import type { MatterStep, MatterView } from '../../modules/stuck-matters/contract.ts';
import { advanceEntry, advanceMatter, advanceOwnMatter, registerMatter, reportMatter, saveDuty, stuckMatters, viewOwnMatter, writeEntry } from '../../modules/stuck-matters/index.ts';
import { accountId, ago, asStaff as asStaffOf } from '../acting.ts';
import type { DepartmentName } from '../content/index.ts';
import { demoCitizens } from '../identity/demo-citizens.ts';
import { demoDirectors, demoEntry, demoMatters, type DemoMatter, type DemoStep } from './demo-matters.ts';

type OrganizationIdOf = (department: DepartmentName) => string;

/** Adds matters in different states, a duty list and an entry to the demonstration city, once (STK-01, STK-02). */
export async function seedStuckMatters(ctx: Context, organizationIdOf: OrganizationIdOf): Promise<void> {
  const { rows } = await ctx.kernel.db.pool.query('SELECT FROM stuck_matters.matter LIMIT 1');
  if (rows.length > 0) return;
  const ids: string[] = [];
  // Numbers follow the days on which matters came.
  for (const matter of demoMatters.toSorted((one, other) => other.daysAgo - one.daysAgo)) ids.push(await addMatter(ctx, organizationIdOf, matter));
  await addEntry(ctx, ids[0]);
  await addDuty(ctx);
}

/** An officer of the demonstration at work. */
const asStaff = (ctx: Context, accountName: string, days: number): Promise<Context> => asStaffOf(ctx, accountName, days, [stuckMatters]);

async function asCitizen(ctx: Context, key: string, days: number): Promise<Context> {
  const citizen = demoCitizens.find((one) => one.key === key);
  if (!citizen) throw new Error(`no demonstration citizen ${key}`);
  const id = await accountId(ctx, citizen.mobile);
  return { ...ago(ctx, days), actor: { kind: 'person', id, name: citizen.name, sessionId: 'seed', permissions: new Map([['stuck-matters.matter.report', { kind: 'own' as const }]]) } };
}

async function addMatter(ctx: Context, organizationIdOf: OrganizationIdOf, { daysAgo, from, content, reasonCode, localTaskCode, steps }: DemoMatter): Promise<string> {
  const itemId = localTaskCode === undefined ? undefined : (await findPublishedItems(ctx.kernel, [localTaskCode])).get(localTaskCode);
  const report = { content, reasonCode, ...(itemId === undefined ? {} : { itemId }) };
  const mobile = 'citizen' in from ? demoCitizens.find(({ key }) => key === from.citizen)?.mobile ?? '' : from.mobile;
  const { id } = 'citizen' in from
    ? await reportMatter(await asCitizen(ctx, from.citizen, daysAgo), { ...report, mobile })
    : await registerMatter(await asStaff(ctx, from.clerk, daysAgo), { ...report, channel: from.channel, name: from.name, mobile });
  let version = 1;
  for (const step of steps) {
    if (step.step === 'word') {
      if (!('citizen' in from)) throw new Error('only a citizen gives a word of one\'s own');
      const own = await asCitizen(ctx, from.citizen, step.daysAgo);
      await advanceOwnMatter(own, id, { action: 'give-word', version: (await viewOwnMatter(own, id)).version, word: step.word, text: step.text });
    } else {
      const officer = await asStaff(ctx, step.by, step.daysAgo);
      const moved: MatterView = await advanceMatter(officer, id, await stepOf(ctx, organizationIdOf, step, version));
      ({ version } = moved);
    }
  }
  return id;
}

async function stepOf(ctx: Context, organizationIdOf: OrganizationIdOf, step: Exclude<DemoStep, { step: 'word' }>, version: number): Promise<MatterStep> {
  switch (step.step) {
    case 'take': return { action: 'take', version };
    case 'assign': return { action: 'assign', version, organizationId: organizationIdOf(step.to), text: step.text, ...(step.limitDays === undefined ? {} : { limitDays: step.limitDays }) };
    case 'accompany': return { action: 'accompany', version, officerId: await accountId(ctx, step.who), text: step.text };
    case 'pass': return { action: 'pass', version, text: step.text, causeCode: step.causeCode, causeText: step.causeText, ...(step.element === undefined ? {} : { element: step.element }) };
    case 'answer': case 'hand-back': case 'urge': case 'reject': case 'send-back': return { action: step.step, version, text: step.text };
  }
}

async function addEntry(ctx: Context, matterId: string | undefined): Promise<void> {
  const { writer, reviewer, tags, ...words } = demoEntry;
  const write = await asStaff(ctx, writer, 15);
  const draft = await writeEntry(write, { ...words, tags: [...tags], itemId: null, ...(matterId === undefined ? {} : { matterId }) });
  const submitted = await advanceEntry(write, draft.id, { action: 'submit', version: draft.version });
  await advanceEntry(await asStaff(ctx, reviewer, 14), draft.id, { action: 'publish', version: submitted.version, text: '答复准确，同意发布。' });
}

async function addDuty(ctx: Context): Promise<void> {
  const leader = await asStaff(ctx, 'hall.leader', 0);
  const calendar = (await loadCalendar(ctx.kernel)).provisional;
  let on = chinaDate(ctx.kernel.clock.now());
  for (const director of demoDirectors) {
    on = calendar.addWorkingDays(on, 1);
    await saveDuty(leader, on, { directorId: await accountId(ctx, director), place: '政务服务大厅二楼“办不成事”反映窗口', note: '9:00—12:00' });
  }
}
