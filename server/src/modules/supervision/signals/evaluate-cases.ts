import type { Selectable } from 'kysely';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { readRowsAlone, writesFor, WriteBatch } from '../../../kernel/db/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import { groupBy } from '../../../kernel/group-by.ts';
import { findAccounts, loadClockRules } from '../../../kernel/time-accounts/index.ts';
import { takeTurns } from '../../../kernel/turns.ts';
import { aboutCase, unsafeReadSupervised } from '../../cases/index.ts';
import { foundInChecks, type Inspection } from '../rules/findings.ts';
import { judgeCase, type CaseFacts, type OpenStep } from '../rules/judge.ts';
import { readActiveRules } from '../rules/read-rules.ts';
import type { SupervisionTables } from '../tables.ts';
import { readKnown, SignalChanges } from './raise-signals.ts';
import type { Subject } from './subject.ts';

/** Cases judged together. */
export const casesAtATime = 500;
/** How often cases are looked at that somebody else looks at too. */
const mostLooks = 5;

type Watched = Pick<Selectable<SupervisionTables['supervision.watchedCase']>, 'caseId' | 'number' | 'itemName' | 'organizationId' | 'organizationName' | 'organizationPath' | 'regionCode' | 'itemId' | 'projectType' | 'state' | 'level' | 'promisedDueOn' | 'legalDueOn'> & { checkAt: Date | null; inspections: Inspection[] | null };
interface Step extends OpenStep { caseId: string; assigneeId: string | null; organizationPath: string | null }

const watched = `SELECT case_id, number, item_name, organization_id, organization_name, organization_path, region_code, item_id, project_type, state, level, promised_due_on, legal_due_on, (SELECT at FROM supervision.next_look n WHERE n.case_id = w.case_id) AS check_at,
  (SELECT json_agg(json_build_object('number', k.number, 'at', s.done_at, 'answers', s.answers)) FROM supervision.spot_case s JOIN supervision.spot_check k ON k.id = s.check_id WHERE s.case_id = w.case_id AND s.problems > 0) AS inspections
FROM supervision.watched_case w WHERE case_id = ANY($1)`;

const openSteps = `
SELECT i.subject_id AS case_id, t.name, t.created_at, t.due_on, t.assignee_id, place.region_code, place.path AS organization_path FROM workflow.instance i JOIN workflow.task t ON t.instance_id = i.id
LEFT JOIN LATERAL (
  SELECT o.region_code, o.path FROM jsonb_array_elements(t.candidates) AS c JOIN organization.organization o ON o.id = CASE WHEN c->>'organisation' ~ '^[0-9a-f-]{36}$' THEN (c->>'organisation')::uuid END ORDER BY o.region_code DESC LIMIT 1
) AS place ON true
WHERE i.subject_id = ANY($1) AND i.subject_type = 'case' AND t.status = 'open'`;

/** What the board says of a case that time alone changes. */
type Standing = Pick<Watched, 'level' | 'promisedDueOn' | 'legalDueOn'>;

export interface Gathered { facts: CaseFacts; subject: Subject; standing: Standing; checkAt: Date | null; number: string }

/** Reads what the rules need of cases, in four statements however many they are; those not watched yet are left out. */
export async function gatherCases(ctx: Context, ids: readonly string[]): Promise<Gathered[]> {
  if (ids.length === 0) return [];
  const [rows, accounts, records, steps] = await Promise.all([
    readRowsAlone<Watched>(ctx.kernel.db, watched, [ids]),
    findAccounts(ctx, 'case', ids), unsafeReadSupervised(ctx, ids), readRowsAlone<Step>(ctx.kernel.db, openSteps, [ids]),
  ]);
  const stepsOf = groupBy(steps, ({ caseId }) => caseId);
  return rows.flatMap((row) => {
    const record = records.get(row.caseId);
    if (!record) return [];
    const { caseId, number, itemName, organizationId, organizationName, organizationPath, regionCode, itemId, projectType, state, level, promisedDueOn, legalDueOn, checkAt, inspections } = row;
    const own = stepsOf.get(caseId) ?? [];
    return [{
      number, standing: { level, promisedDueOn, legalDueOn }, checkAt, facts: { state, regionCode, organizationPath, itemId, projectType, account: accounts.get(caseId), record, steps: own, found: inspections === null ? [] : foundInChecks(inspections) },
      subject: {
        type: 'case' as const, id: caseId, caseNumber: number, caseId, itemId, itemName, organizationId, organizationName, organizationPath, regionCode,
        handlers: own.flatMap(({ assigneeId }) => assigneeId ?? []), ...placeOf(own), handlingRight: state === 'waiting' ? 'intake.case.accept' : state === 'closed' ? 'handling.case.deliver' : 'handling.case.review',
        about: aboutCase(ctx, record),
      },
    }];
  });
}

/** The organisation whose turn it is, where that is one alone. */
function placeOf(steps: readonly Step[]): Pick<Subject, 'handledAt'> {
  const places = new Map(steps.flatMap(({ organizationPath, regionCode }) => (organizationPath === null || regionCode === null ? [] : [[organizationPath, regionCode]])));
  const [[organizationPath, regionCode] = []] = places;
  return places.size === 1 && organizationPath !== undefined && regionCode !== undefined ? { handledAt: { organizationPath, regionCode } } : {};
}

/** Judges cases by the rules as they are now, and brings their signals and the instant of the next look up to date (SUP-01). Safe to run twice, and beside itself. */
export async function evaluateCases(ctx: Context, ids: readonly string[]): Promise<void> {
  const turn = takeTurns();
  for (let from = 0; from < ids.length; from += casesAtATime) {
    await evaluateAgain(ctx, ids.slice(from, from + casesAtATime));
    await turn();
  }
}

/** Another process that looks at the same case at this moment may raise the same signal: what it has raised is known at the next look. */
async function evaluateAgain(ctx: Context, ids: readonly string[]): Promise<void> {
  for (let looks = 1; ; looks += 1) {
    try {
      return await evaluateSome(ctx, ids);
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'supervision.raised-meanwhile') || looks === mostLooks) throw error;
    }
  }
}

async function evaluateSome(ctx: Context, ids: readonly string[]): Promise<void> {
  const [gathered, known, rules, { calendar }] = await Promise.all([gatherCases(ctx, ids), readKnown(ctx, 'case', ids), readActiveRules(ctx), loadClockRules(ctx.kernel)]);
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const changes = new SignalChanges(ctx);
  const moved: ({ caseId: string } & Standing)[] = [];
  const looks = new NextLooks();
  const now = ctx.kernel.clock.now();
  for (const { facts, subject, standing, checkAt } of gathered) {
    const { holding, nextAt } = judgeCase(facts, rules, calendar, now);
    const held = holding.flatMap(({ ruleId, ...found }) => { const rule = byId.get(ruleId); return rule ? [{ rule, ...found }] : []; });
    changes.bringUpToDate(subject, held, known.get(subject.id) ?? []);
    // Where its clock stands now is written with it, so that the event which tells of the clock finds nothing left to write.
    const { level, promisedDueOn, legalDueOn } = facts.account?.deadlines ?? standing;
    if (level !== standing.level || promisedDueOn !== standing.promisedDueOn || legalDueOn !== standing.legalDueOn) moved.push({ caseId: subject.id, level, promisedDueOn, legalDueOn });
    looks.move(subject.id, checkAt, nextAt);
  }
  const batch = new WriteBatch();
  writesFor<SupervisionTables>(batch).updateEach('supervision.watchedCase', moved, ['caseId']);
  looks.addTo(batch);
  await changes.addTo(batch);
  if (!batch.isEmpty) await commit(ctx, batch);
}

/** The instants at which cases are looked at again, as far as they move. They stand beside the cases: a case's row, which eight indexes hold, is not written for them. */
class NextLooks {
  readonly #first: { caseId: string; at: Date }[] = [];
  readonly #later: { caseId: string; at: Date }[] = [];
  readonly #none: string[] = [];

  move(caseId: string, from: Date | null, to: Date | null): void {
    if (to === null) {
      if (from !== null) this.#none.push(caseId);
    } else if (from?.getTime() !== to.getTime()) (from === null ? this.#first : this.#later).push({ caseId, at: to });
  }

  addTo(batch: WriteBatch): void {
    const writes = writesFor<SupervisionTables>(batch);
    // Somebody else who looks at the same case at this moment says the same.
    writes.insert('supervision.nextLook', this.#first, 'nothing');
    writes.updateEach('supervision.nextLook', this.#later, ['caseId']);
    if (this.#none.length > 0) writes.delete('supervision.nextLook', { caseId: this.#none });
  }
}
