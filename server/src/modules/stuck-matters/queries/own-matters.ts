import type { Page } from '@tongban/contract-kit';
import { sql } from 'kysely';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import type { OwnMatter } from '../contract.ts';
import { filesOfLatest } from '../matter-files.ts';
import { presentCommon, readWords } from '../present.ts';
import { getOwnRecord, reporterOf, type MatterRecord } from '../record.ts';
import { applyMatterStep } from '../states.ts';
import { toldStep } from '../step-labels.ts';
import type { StuckMattersTables } from '../tables.ts';

/** What the signed-in person, or whom the person acts for, has reported; newest first. */
export async function findOwnMatters(ctx: Context, input: { limit?: number; cursor?: string }): Promise<Page<OwnMatter>> {
  const reporter = reporterOf(ctx);
  const limit = input.limit ?? 20;
  let query = tablesOf<StuckMattersTables>(ctx.kernel.db).selectFrom('stuckMatters.matter').selectAll().where('reporterId', '=', reporter.id).where('reporterKind', '=', reporter.kind);
  if (input.cursor) query = query.where(sql<boolean>`id < ${cursorId(decodeCursor(input.cursor, 1)[0])}::uuid`);
  const rows = await query.orderBy('id', 'desc').limit(limit + 1).execute();
  const views = new Map((await present(ctx, rows)).map((view) => [view.id, view]));
  const page = pageOf(rows, limit, (row) => [row.id], (row) => views.get(row.id));
  return { ...page, items: page.items.filter((view) => view !== undefined) };
}

/** One of one's own reports with its progress. @throws stuck-matters.matter-not-found */
export async function viewOwnMatter(ctx: Context, id: string): Promise<OwnMatter> {
  const row = await getOwnRecord(ctx, id);
  const [view] = await present(ctx, [row]);
  if (!view) throw new Error('a matter that was read can be presented');
  return view;
}

/** The result is told once it has been looked through. */
const toldAnswer: ReadonlySet<string> = new Set(['awaiting-word', 'closed']);

async function present(ctx: Context, rows: readonly MatterRecord[]): Promise<OwnMatter[]> {
  if (rows.length === 0) return [];
  const words = await readWords(ctx);
  const steps = await tablesOf<StuckMattersTables>(ctx.kernel.db).selectFrom('stuckMatters.matterStep').selectAll().where('matterId', 'in', rows.map(({ id }) => id)).orderBy('id').execute();
  const today = chinaDate(ctx.kernel.clock.now());
  return rows.map((row) => {
    const trail = steps.filter(({ matterId }) => matterId === row.id);
    const answered = row.answerText !== null && (toldAnswer.has(row.state) || row.state === 'reopened');
    return {
      ...presentCommon(row, words), content: row.content, files: filesOfLatest(trail, 'register'), version: row.version, caseNumber: row.caseNumber,
      organizationName: row.organizationName ?? row.concernedName, companionName: row.companionName, answer: answered ? row.answerText : null,
      answerFiles: answered ? filesOfLatest(trail, 'answer') : [], rejection: row.rejection, word: row.word, wordText: row.wordText, wordUntil: row.state === 'awaiting-word' ? row.wordUntil : null,
      steps: trail.flatMap((step) => {
        const told = toldStep(step, ctx.actor.id);
        return told ? [{ ...told, at: step.at.toISOString() }] : [];
      }),
      abilities: {
        giveWord: applyMatterStep(row, { action: 'record-word' }).ok, withdraw: applyMatterStep(row, { action: 'withdraw' }).ok,
        urge: row.urgedOn !== today && applyMatterStep(row, { action: 'urge', byReporter: true }).ok,
      },
    };
  });
}
