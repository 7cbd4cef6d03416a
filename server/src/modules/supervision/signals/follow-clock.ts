import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch } from '../../../kernel/db/index.ts';
import type { DomainEvent } from '../../../kernel/events/index.ts';
import { clockLevels, findAccount, type ClockLevel, type LevelChange } from '../../../kernel/time-accounts/index.ts';
import { chinaDate, dateInWords } from '../../../kernel/clock/index.ts';
import { unsafeFindRectification } from '../../ratings/index.ts';
import { clockOfMatters, unsafeFindMatterFacts } from '../../stuck-matters/index.ts';
import { clockOfOrders } from '../orders/write-order.ts';
import { kindsOfRules } from '../rules.contract.ts';
import { findingOf, heldBy, saidOf, type Found } from '../rules/findings.ts';
import { concerns, holdsOn } from '../rules/judge.ts';
import { readActiveRules } from '../rules/read-rules.ts';
import { readKnown, SignalChanges } from './raise-signals.ts';
import type { SupervisionTables } from '../tables.ts';
import type { Subject } from './subject.ts';

type Followed = 'rectification' | typeof clockOfMatters | typeof clockOfOrders;

/** A matter that is no case, the clock that it has at present, and what people have found out about it. */
interface Matter { subject: Subject; clockId: string | null; found: readonly Found[] }

async function findRectification(ctx: Context, id: string): Promise<Matter | undefined> {
  const known = await unsafeFindRectification(ctx, id);
  if (!known) return undefined;
  const { found, ...facts } = known;
  return {
    subject: { type: 'rectification', ...facts, handlers: [], handlingRight: 'ratings.rectification.handle' }, clockId: id,
    found: found.map(({ code, text }) => ({ finding: findingOf('rating', code), at: ctx.kernel.clock.now(), says: `差评核实：${text}` })),
  };
}

async function findMatter(ctx: Context, by: Parameters<typeof unsafeFindMatterFacts>[1]): Promise<Matter | undefined> {
  const known = await unsafeFindMatterFacts(ctx, by);
  if (!known) return undefined;
  const { officerId, clockId, cause, ...facts } = known;
  return {
    subject: { type: clockOfMatters, ...facts, handlers: officerId === null ? [] : [officerId], handlingRight: 'stuck-matters.matter.handle' }, clockId,
    found: cause === null ? [] : [{ finding: findingOf('stuck-matter', cause.code), at: ctx.kernel.clock.now(), says: `办不成事办结审核认定：${cause.name}` }],
  };
}

async function findOrder(ctx: Context, by: 'id' | 'clockId', id: string): Promise<Matter | undefined> {
  const row = await tablesOf<SupervisionTables>(ctx.kernel.db).selectFrom('supervision.supervisionOrder').selectAll().where(by, '=', id).executeTakeFirst();
  if (!row) return undefined;
  const { number, about, organizationId, organizationName, organizationPath, regionCode, leadId, caseId, clockId } = row;
  return {
    subject: { type: 'order', id: row.id, caseNumber: number, caseId, itemId: null, itemName: about, organizationId, organizationName, organizationPath, regionCode, handlers: leadId === null ? [] : [leadId], handlingRight: 'supervision.order.answer' },
    clockId, found: [],
  };
}

const finders: Readonly<Record<Followed, (ctx: Context, clockId: string) => Promise<Matter | undefined>>> = {
  'rectification': findRectification, 'stuck-matter': (ctx, clockId) => findMatter(ctx, { clockId }), 'supervision-order': (ctx, clockId) => findOrder(ctx, 'clockId', clockId),
};
const isFollowed = (type: string): type is Followed => type in finders;

/** Brings the signals of a matter that is no case up to the level of its clock: each rule for such matters holds from its level on (SUP-01). */
export async function followLevel(ctx: Context, event: DomainEvent): Promise<void> {
  const change = event.data as LevelChange;
  if (!isFollowed(change.subjectType)) return;
  const matter = await finders[change.subjectType](ctx, change.subjectId);
  if (matter) await bringToLevel(ctx, change.subjectType, matter, change.level, change.promisedDueOn ?? change.legalDueOn);
}

/** Brings the signals of a rectification to where its clock stands and to what was found to be true; the clock that has ended with it tells of nothing more. */
export async function followRectification(ctx: Context, id: string): Promise<void> {
  const matter = await findRectification(ctx, id);
  if (!matter) return;
  const deadlines = (await findAccount(ctx, { subjectType: 'rectification', subjectId: id }))?.deadlines;
  const open = deadlines?.status === 'stopped' ? undefined : deadlines;
  await bringToLevel(ctx, 'rectification', matter, open?.level ?? 'normal', open?.promisedDueOn ?? null);
}

/** Brings the signals of a 办不成事 matter to where the clock of its present assignment stands: answered, it has none that runs. */
export async function followMatter(ctx: Context, id: string): Promise<void> {
  await bringToClock(ctx, clockOfMatters, await findMatter(ctx, { id }));
}

/** Brings the signals of an order to where the clock of its present phase stands. */
export async function followOrder(ctx: Context, id: string): Promise<void> {
  await bringToClock(ctx, clockOfOrders, await findOrder(ctx, 'id', id));
}

async function bringToClock(ctx: Context, follows: Followed, matter: Matter | undefined): Promise<void> {
  if (!matter) return;
  const account = matter.clockId === null ? undefined : await findAccount(ctx, { subjectType: follows, subjectId: matter.clockId });
  const running = account?.deadlines.status === 'running' ? account.deadlines : undefined;
  await bringToLevel(ctx, follows, matter, running?.level ?? 'normal', running?.promisedDueOn ?? null);
}

async function bringToLevel(ctx: Context, follows: Followed, { subject, found }: Matter, level: ClockLevel, dueOn: string | null): Promise<void> {
  const today = chinaDate(ctx.kernel.clock.now());
  const rules = (await readActiveRules(ctx)).filter((rule) => holdsOn(rule, today) && concerns(rule, { ...subject, projectType: null }));
  const byClock = rules.filter((rule) => kindsOfRules[rule.kind].follows === follows && clockLevels.indexOf(rule.level) <= clockLevels.indexOf(level));
  const says = dueOn === null ? '' : `期限 ${dateInWords(dueOn)}${level === 'warning' ? ' 将到' : ' 已过'}`;
  const byPeople = rules.flatMap((rule) => { const held = heldBy(rule, found); return held.length === 0 ? [] : [{ rule, dueOn: null, says: saidOf(held) }]; });
  const batch = new WriteBatch();
  const known = await readKnown(ctx, subject.type, [subject.id]);
  const changes = new SignalChanges(ctx);
  changes.bringUpToDate(subject, [...byClock.map((rule) => ({ rule, dueOn, says })), ...byPeople], known.get(subject.id) ?? []);
  await changes.addTo(batch);
  await commit(ctx, batch);
}
