import { regionPrefix } from '../../../kernel/access/scope-filter.ts';
import { addCalendarDays, type WorkingCalendar } from '../../../kernel/calendar/index.ts';
import { chinaDate, dateInWords, startOfChinaDay } from '../../../kernel/clock/index.ts';
import { deriveDeadlines, type TimeAccount } from '../../../kernel/time-accounts/index.ts';
import type { SupervisedCase } from '../../cases/index.ts';
import type { RuleKind, RuleSettings } from '../rules.contract.ts';
import { heldBy, saidOf, type Found } from './findings.ts';
import { addWorkingHours } from './working-hours.ts';

/** A rule as cases are judged by it. */
export interface JudgingRule extends Pick<RuleSettings, 'kind' | 'level' | 'thresholds' | 'findings' | 'regionCode' | 'itemId' | 'projectType' | 'validFrom' | 'validTo'> {
  id: string;
  organizationPath: string | null;
}

/** A step of the process that waits for somebody. */
export interface OpenStep {
  name: string; createdAt: Date; dueOn: string | null;
  /** Of the organisation whose turn it is; null where it is nobody's in particular. */
  regionCode: string | null;
}

/** What is known of a case when it is judged. */
export interface CaseFacts {
  state: 'waiting' | 'running' | 'paused' | 'closed';
  regionCode: string;
  organizationPath: string;
  itemId: string | null;
  projectType: string | null;
  account: TimeAccount | undefined;
  record: SupervisedCase;
  steps: readonly OpenStep[];
  /** What people have found out about it. */
  found: readonly Found[];
}

/** From when a rule holds, unless something happens; `dueOn` is the day that was missed, or is about to be. */
export interface Finding { from: Date; until?: Date | undefined; dueOn: string | null; says: string }

/** What the rules say of a case now, and when they may say something else without anybody acting. */
export interface Judgement { holding: { ruleId: string; dueOn: string | null; says: string }[]; nextAt: Date | null }

type Judge = (facts: CaseFacts, thresholds: RuleSettings['thresholds'], calendar: WorkingCalendar, rule: JudgingRule) => Finding | undefined;

const after = (on: string): Date => startOfChinaDay(addCalendarDays(on, 1));
const working = (calendar: WorkingCalendar, on: string, days: number): string => (days === 0 ? on : calendar.provisional.addWorkingDays(on, days));

function overdue(facts: CaseFacts, which: 'promised' | 'legal', days: number, calendar: WorkingCalendar): Finding | undefined {
  const { account } = facts;
  const due = which === 'promised' ? account?.deadlines.promisedDueOn : account?.deadlines.legalDueOn;
  if (facts.state !== 'running' || !account || !due) return undefined;
  // A red card is a finding against an authority; it may not rest on a guessed calendar.
  if (which === 'legal' && !calendar.covers(account.ledger.startedOn, due)) return undefined;
  const unit = which === 'promised' ? account.limits.unit : account.limits.legalUnit ?? account.limits.unit;
  const last = unit === 'calendar-day' ? addCalendarDays(due, days) : working(calendar, due, days);
  return { from: after(last), dueOn: due, says: `${which === 'promised' ? '承诺' : '法定'}期限 ${dateInWords(due)} 已过，仍未作出决定` };
}

function nearPromised({ state, account }: CaseFacts, { days = 1, share = 20 }: RuleSettings['thresholds'], calendar: WorkingCalendar): Finding | undefined {
  const due = account?.deadlines.promisedDueOn;
  if (state !== 'running' || !account || !due || account.ledger.immediate) return undefined;
  // On its first day a clock is never near; what changes next is the warning.
  const { nextChangeOn } = deriveDeadlines(account.ledger, account.limits, calendar, account.ledger.startedOn, { share: share / 100, days });
  if (nextChangeOn === null || nextChangeOn > due) return undefined;
  return { from: startOfChinaDay(nextChangeOn), until: after(due), dueOn: due, says: `承诺期限 ${dateInWords(due)} 将到` };
}

function stepOvertime({ state, account, steps }: CaseFacts, { hours = 48 }: RuleSettings['thresholds'], calendar: WorkingCalendar): Finding | undefined {
  if (state !== 'running') return undefined;
  const promised = account?.deadlines.promisedDueOn;
  const until = promised ? after(promised) : undefined;
  const findings = steps.map(({ name, createdAt, dueOn }): Finding => ({
    from: dueOn === null ? addWorkingHours(calendar, createdAt, hours) : after(dueOn), until, dueOn,
    says: dueOn === null ? `“${name}”环节自 ${dateInWords(chinaDate(createdAt))} 起停留超过 ${hours} 小时` : `“${name}”环节应于 ${dateInWords(dueOn)} 前办完`,
  }));
  return findings.toSorted((a, b) => a.from.getTime() - b.from.getTime())[0];
}

/** A lower authority that examines first passes its opinion and the whole application on within its time (行政许可法第三十五条). */
function lateReport({ state, steps, regionCode }: CaseFacts, { days = 3 }: RuleSettings['thresholds'], calendar: WorkingCalendar): Finding | undefined {
  if (state !== 'running') return undefined;
  const own = regionPrefix(regionCode);
  const findings = steps.filter((step) => step.regionCode?.startsWith(own) && regionPrefix(step.regionCode).length > own.length).map(({ name, createdAt }): Finding => {
    const since = chinaDate(createdAt);
    const last = working(calendar, since, days);
    return { from: after(last), dueOn: last, says: `下级机关的“${name}”自 ${dateInWords(since)} 起满 ${days} 个工作日，仍未报送上级` };
  });
  return findings.toSorted((a, b) => a.from.getTime() - b.from.getTime())[0];
}

/** Each kind of rule: from which instant it holds by what is known, undefined where time alone never makes it hold. */
const judges: Readonly<Partial<Record<RuleKind, Judge>>> = {
  'near-promised': nearPromised,
  'over-promised': (facts, { days = 0 }, calendar) => overdue(facts, 'promised', days, calendar),
  'over-legal': (facts, { days = 0 }, calendar) => overdue(facts, 'legal', days, calendar),
  'not-accepted': ({ record, state }, { days = 4 }, calendar) => {
    if (state !== 'waiting' || record.status !== 'submitted') return undefined;
    const last = working(calendar, record.receivedOn, days);
    return { from: after(last), dueOn: last, says: `${dateInWords(record.receivedOn)} 收到申请，满 ${days} 个工作日仍未受理` };
  },
  'deemed-accepted': ({ record }) => (record.deemedAt === null ? undefined : { from: record.deemedAt, dueOn: null, says: `${dateInWords(record.receivedOn)} 收到申请，五个工作日内未告知，依法视为受理` }),
  'step-overtime': stepOvertime,
  'late-report': lateReport,
  'no-reasons': ({ record }, { characters = 15 }) => {
    if (record.refusedAt === null || (record.documented && record.reasonLength >= characters)) return undefined;
    return { from: record.refusedAt, dueOn: null, says: record.documented ? `不予${record.status === 'refused' ? '受理' : '许可'}的理由只有 ${record.reasonLength} 个字` : '没有出具决定书' };
  },
  'supplement-repeated': ({ record }, { times = 1 }) => (record.supplementAt === null || record.supplements <= times ? undefined
    : { from: record.supplementAt, dueOn: null, says: `已要求补正 ${record.supplements} 次` }),
  'offline-handling': ({ record, projectType }, { minutes = 5 }) => {
    if (projectType === '1' || record.acceptedAt === null || record.decidedAt === null || record.byPlatform) return undefined;
    const took = (record.decidedAt.getTime() - record.acceptedAt.getTime()) / 60_000;
    return took >= minutes ? undefined : { from: record.decidedAt, dueOn: null, says: `从受理到决定${took < 1 ? '不到 1' : `只用了 ${Math.floor(took)}`} 分钟` };
  },
  'against-review': ({ record }) => (record.failedReviews === 0 || record.outcome !== 'approved' || record.decidedAt === null ? undefined
    : { from: record.decidedAt, dueOn: null, says: `审查有 ${record.failedReviews} 次不通过的结论，最后准予许可` }),
  'special-over': ({ record, state }, { days = 0 }, calendar) => {
    if (state !== 'paused' || record.specialAt === null || record.specialDays === null) return undefined;
    const due = working(calendar, chinaDate(record.specialAt), record.specialDays);
    return { from: after(working(calendar, due, days)), dueOn: due, says: `特别程序告知用时 ${record.specialDays} 个工作日，应于 ${dateInWords(due)} 前结束` };
  },
  'verified': ({ found }, _thresholds, _calendar, rule) => {
    const held = heldBy(rule, found);
    return held[0] && { from: held[0].at, dueOn: null, says: saidOf(held) };
  },
  'delivery-late': ({ record }, { days = 10 }, calendar) => {
    if (record.status !== 'decided' || record.decidedAt === null) return undefined;
    const due = working(calendar, chinaDate(record.decidedAt), days);
    return { from: after(due), dueOn: due, says: `${dateInWords(chinaDate(record.decidedAt))} 作出决定，应于 ${dateInWords(due)} 前送达` };
  },
};

/** Whether a rule covers what belongs there. */
export function concerns(rule: Pick<JudgingRule, 'regionCode' | 'organizationPath' | 'itemId' | 'projectType'>, { regionCode, organizationPath, itemId, projectType }: Pick<CaseFacts, 'regionCode' | 'organizationPath' | 'itemId' | 'projectType'>): boolean {
  return (rule.regionCode === null || regionCode.startsWith(regionPrefix(rule.regionCode)))
    && (rule.organizationPath === null || organizationPath.startsWith(rule.organizationPath))
    && (rule.itemId === null || rule.itemId === itemId) && (rule.projectType === null || rule.projectType === projectType);
}

/** Whether a rule is valid on a day. */
export function holdsOn({ validFrom, validTo }: Pick<JudgingRule, 'validFrom' | 'validTo'>, on: string): boolean {
  return (validFrom === null || validFrom <= on) && (validTo === null || on <= validTo);
}

/** Judges a case by rules at an instant (SUP-01). Pure: the same facts give the same judgement until `nextAt`. */
export function judgeCase(facts: CaseFacts, rules: readonly JudgingRule[], calendar: WorkingCalendar, now: Date): Judgement {
  const holding: Judgement['holding'] = [];
  let next = Infinity;
  for (const rule of rules) {
    const finding = concerns(rule, facts) ? judges[rule.kind]?.(facts, rule.thresholds, calendar, rule) : undefined;
    if (!finding) continue;
    const from = Math.max(finding.from.getTime(), rule.validFrom === null ? 0 : startOfChinaDay(rule.validFrom).getTime());
    const until = Math.min(finding.until?.getTime() ?? Infinity, rule.validTo === null ? Infinity : after(rule.validTo).getTime());
    const time = now.getTime();
    if (from <= time && time < until) holding.push({ ruleId: rule.id, dueOn: finding.dueOn, says: finding.says });
    for (const change of [from, until]) if (from < until && change > time) next = Math.min(next, change);
  }
  return { holding, nextAt: next === Infinity ? null : new Date(next) };
}
