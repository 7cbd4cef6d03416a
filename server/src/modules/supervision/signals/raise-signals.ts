import type { Selectable } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { createId, readRowsAlone, writesFor, type WriteBatch } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import { groupBy } from '../../../kernel/group-by.ts';
import { fail } from '../errors.ts';
import type { SupervisionTables } from '../tables.ts';
import type { Holding, Subject, SubjectType } from './subject.ts';
import { Telling } from './tell-of-signals.ts';

/** Published for each new signal; aggregate type and id are the subject's. */
export const signalRaised = 'supervision.signal-raised';

type Known = Pick<Selectable<SupervisionTables['supervision.signal']>, 'id' | 'subjectId' | 'ruleId' | 'clearedAt' | 'settledBy' | 'dueOn' | 'says'>;

/** Signals that subjects have had, open and cleared, by subject. */
export async function readKnown(ctx: Context, type: SubjectType, ids: readonly string[]): Promise<Map<string, Known[]>> {
  const rows = await readRowsAlone<Known>(ctx.kernel.db, 'SELECT id, subject_id, rule_id, cleared_at, settled_by, due_on, says FROM supervision.signal WHERE subject_type = $1 AND subject_id = ANY($2)', [type, ids]);
  return groupBy(rows, ({ subjectId }) => subjectId);
}

/** What is to be written of the signals of subjects that are looked at together: a part of the statement for each kind of change. */
export class SignalChanges {
  readonly #ctx: Context;
  readonly #telling: Telling;
  readonly #cleared: { id: string; clearedAt: Date }[] = [];
  readonly #lit: { id: string; clearedAt: null; dueOn: string | null; says: string; ruleVersion: number }[] = [];
  readonly #raised: { subject: Subject; holding: Holding }[] = [];

  constructor(ctx: Context) {
    this.#ctx = ctx;
    this.#telling = new Telling(ctx);
  }

  /**
   * Notes what brings the signals of a subject up to what holds now: a new one is raised and told of once, one that no longer
   * holds is cleared, and one that holds again is lit again unless a supervisor has settled it (SUP-01).
   */
  bringUpToDate(subject: Subject, holding: readonly Holding[], known: readonly Known[]): void {
    const holds = new Map(holding.map((one) => [one.rule.id, one]));
    for (const { id, ruleId, clearedAt, settledBy, dueOn, says } of known) {
      const now = holds.get(ruleId);
      if (!now && clearedAt === null) this.#cleared.push({ id, clearedAt: this.#ctx.kernel.clock.now() });
      if (now && settledBy === null && (clearedAt !== null || dueOn !== now.dueOn || says !== now.says)) {
        this.#lit.push({ id, clearedAt: null, dueOn: now.dueOn, says: now.says, ruleVersion: now.rule.version });
      }
    }
    const had = new Set(known.map(({ ruleId }) => ruleId));
    for (const one of holding) if (!had.has(one.rule.id)) this.#raised.push({ subject, holding: one });
  }

  /** Adds all of it to the batch, with the events and messages of what is raised. @throws supervision.raised-meanwhile (on commit) */
  async addTo(batch: WriteBatch): Promise<void> {
    const writes = writesFor<SupervisionTables>(batch);
    writes.updateEach('supervision.signal', this.#cleared, ['id']);
    writes.updateEach('supervision.signal', this.#lit, ['id']);
    for (const { subject, holding } of this.#raised) this.#raise(batch, subject, holding);
    // Somebody else has raised the same at this moment; another look finds it.
    batch.onViolation('signal_rule_once', () => fail('supervision.raised-meanwhile'));
    await this.#telling.tell(batch);
  }

  #raise(batch: WriteBatch, subject: Subject, { rule, dueOn, says }: Holding): void {
    const ctx = this.#ctx;
    const id = createId();
    const { type, id: subjectId, caseNumber, caseId, itemId, itemName, organizationId, organizationName, organizationPath, regionCode } = subject;
    writesFor<SupervisionTables>(batch).insert('supervision.signal', {
      id, subjectType: type, subjectId, level: rule.level, caseNumber, caseId, itemId, itemName, organizationId, organizationName, organizationPath, regionCode, dueOn, says,
      ruleId: rule.id, ruleNo: rule.ruleNo, ruleName: rule.name, ruleVersion: rule.version, ruleKind: rule.kind, raisedAt: ctx.kernel.clock.now(), clearedAt: null, settledText: null, settledBy: null,
    });
    publishEvent(ctx, batch, {
      type: signalRaised, aggregateType: type, aggregateId: subjectId,
      data: { signalId: id, subjectType: type, subjectId, level: rule.level, ruleNo: rule.ruleNo, ruleVersion: rule.version, organizationId, itemName, dueOn },
    });
    this.#telling.note(subject, { ruleNo: rule.ruleNo, ruleName: rule.name, level: rule.level, told: rule.told, channels: rule.channels, dueOn, says });
  }
}
