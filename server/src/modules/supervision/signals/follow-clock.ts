import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch } from '../../../kernel/db/index.ts';
import type { DomainEvent } from '../../../kernel/events/index.ts';
import { clockLevels, findAccount, type ClockLevel, type LevelChange, type TimeAccount } from '../../../kernel/time-accounts/index.ts';
import { dateInWords } from '../../../kernel/clock/index.ts';
import { unsafeFindRectification } from '../../ratings/index.ts';
import { clockOfMatters, unsafeFindMatterFacts, type MatterFacts } from '../../stuck-matters/index.ts';
import { clockOfOrders } from '../orders/write-order.ts';
import { kindsOfRules } from '../rules.contract.ts';
import { concerns } from '../rules/judge.ts';
import { readActiveRules } from '../rules/read-rules.ts';
import { readKnown, SignalChanges } from './raise-signals.ts';
import type { SupervisionTables } from '../tables.ts';
import type { Subject } from './subject.ts';

type Followed = 'rectification' | typeof clockOfMatters | typeof clockOfOrders;

async function findRectification(ctx: Context, id: string): Promise<Subject | undefined> {
  const found = await unsafeFindRectification(ctx, id);
  return found && { type: 'rectification', ...found, handlers: [], handlingRight: 'ratings.rectification.handle' };
}

function subjectOf({ officerId, clockId: _clock, ...facts }: MatterFacts): Subject {
  return { type: clockOfMatters, ...facts, handlers: officerId === null ? [] : [officerId], handlingRight: 'stuck-matters.matter.handle' };
}

async function findMatter(ctx: Context, clockId: string): Promise<Subject | undefined> {
  const found = await unsafeFindMatterFacts(ctx, { clockId });
  return found && subjectOf(found);
}

async function findOrder(ctx: Context, by: 'id' | 'clockId', id: string): Promise<{ subject: Subject; clockId: string | null } | undefined> {
  const row = await tablesOf<SupervisionTables>(ctx.kernel.db).selectFrom('supervision.supervisionOrder').selectAll().where(by, '=', id).executeTakeFirst();
  if (!row) return undefined;
  const { number, about, organizationId, organizationName, organizationPath, regionCode, leadId, clockId } = row;
  return { clockId, subject: { type: 'order', id: row.id, caseNumber: number, itemName: about, organizationId, organizationName, organizationPath, regionCode, handlers: leadId === null ? [] : [leadId], handlingRight: 'supervision.order.answer' } };
}

const finders: Readonly<Record<Followed, (ctx: Context, clockId: string) => Promise<Subject | undefined>>> = {
  'rectification': findRectification, 'stuck-matter': findMatter, 'supervision-order': async (ctx, clockId) => (await findOrder(ctx, 'clockId', clockId))?.subject,
};
const isFollowed = (type: string): type is Followed => type in finders;

/** Brings the signals of a matter that is no case up to the level of its clock: each rule for such matters holds from its level on (SUP-01). */
export async function followLevel(ctx: Context, event: DomainEvent): Promise<void> {
  const change = event.data as LevelChange;
  if (!isFollowed(change.subjectType)) return;
  const subject = await finders[change.subjectType](ctx, change.subjectId);
  if (subject) await bringToLevel(ctx, change.subjectType, subject, change.level, change.promisedDueOn ?? change.legalDueOn);
}

/** Clears the signals of a rectification whose clock has ended with it. */
export async function followRectification(ctx: Context, id: string): Promise<void> {
  const account = await findAccount(ctx, { subjectType: 'rectification', subjectId: id });
  const subject = account?.deadlines.status === 'stopped' ? await findRectification(ctx, id) : undefined;
  if (subject) await bringToLevel(ctx, 'rectification', subject, 'normal', null);
}

/** Brings the signals of a 办不成事 matter to where the clock of its present assignment stands: answered, it has none that runs. */
export async function followMatter(ctx: Context, id: string): Promise<void> {
  const facts = await unsafeFindMatterFacts(ctx, { id });
  if (!facts) return;
  const account = facts.clockId === null ? undefined : await findAccount(ctx, { subjectType: clockOfMatters, subjectId: facts.clockId });
  await bringToClock(ctx, clockOfMatters, subjectOf(facts), account);
}

/** Brings the signals of an order to where the clock of its present phase stands. */
export async function followOrder(ctx: Context, id: string): Promise<void> {
  const found = await findOrder(ctx, 'id', id);
  if (!found) return;
  const account = found.clockId === null ? undefined : await findAccount(ctx, { subjectType: clockOfOrders, subjectId: found.clockId });
  await bringToClock(ctx, clockOfOrders, found.subject, account);
}

async function bringToClock(ctx: Context, follows: Followed, subject: Subject, account: TimeAccount | undefined): Promise<void> {
  const running = account?.deadlines.status === 'running' ? account.deadlines : undefined;
  await bringToLevel(ctx, follows, subject, running?.level ?? 'normal', running?.promisedDueOn ?? null);
}

async function bringToLevel(ctx: Context, follows: Followed, subject: Subject, level: ClockLevel, dueOn: string | null): Promise<void> {
  const rules = (await readActiveRules(ctx)).filter((rule) => kindsOfRules[rule.kind].follows === follows
    && clockLevels.indexOf(rule.level) <= clockLevels.indexOf(level) && concerns(rule, { ...subject, itemId: null, projectType: null }));
  const says = dueOn === null ? '' : `期限 ${dateInWords(dueOn)}${level === 'warning' ? ' 将到' : ' 已过'}`;
  const batch = new WriteBatch();
  const known = await readKnown(ctx, subject.type, [subject.id]);
  const changes = new SignalChanges(ctx);
  changes.bringUpToDate(subject, rules.map((rule) => ({ rule, dueOn, says })), known.get(subject.id) ?? []);
  await changes.addTo(batch);
  await commit(ctx, batch);
}
