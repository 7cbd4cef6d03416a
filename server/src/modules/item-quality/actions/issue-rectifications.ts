import type { BodyOf } from '@tongban/contract-kit';
import { requireStaff } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { loadCalendar } from '../../../kernel/calendar/index.ts';
import { chinaDate, dateInWords } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { sendToStaff } from '../../../kernel/messaging/index.ts';
import { nextNumber } from '../../../kernel/numbering/index.ts';
import { mostOrderedFindings, type issueRectifications as operation, type Rectification } from '../contract.ts';
import { fail } from '../errors.ts';
import { filterFindings, type FindingRow } from '../queries/finding-query.ts';
import { listAnswering } from '../queries/list-answering.ts';
import { viewRectifications } from '../queries/list-rectifications.ts';
import type { ItemQualityTables } from '../tables.ts';

type Order = BodyOf<typeof operation>;

/**
 * Hands findings to their departments, one order a department, with a deadline in working days (IND-02): the department is
 * told; whatever is mended closes by the next check. Findings that are in an order already, or let stand, are left out.
 * @throws item-quality.which-findings, item-quality.nothing-to-order, item-quality.stale when another was faster
 */
export async function issueRectifications(ctx: Context, order: Order): Promise<{ rectifications: Rectification[]; findings: number }> {
  requireStaff(ctx);
  const findings = await readOrdered(ctx, order);
  if (findings.length === 0) throw fail('item-quality.nothing-to-order');
  const dueOn = await dueDate(ctx, order.workingDays);
  const batch = new WriteBatch();
  const ids: string[] = [];
  for (const ofDepartment of byDepartment(findings)) ids.push(await addOrder(ctx, batch, ofDepartment, order.requirement, dueOn));
  await commit(ctx, batch);
  return { rectifications: await viewRectifications(ctx, ids), findings: findings.length };
}

/** The day on which so many working days from today end. A year without a notice is counted by plain weeks: nothing legal rests on it. */
export async function dueDate(ctx: Context, workingDays: number): Promise<string> {
  const calendar = (await loadCalendar(ctx.kernel)).provisional;
  return calendar.addWorkingDays(chinaDate(ctx.kernel.clock.now()), workingDays);
}

async function readOrdered(ctx: Context, { findingIds, filter }: Order): Promise<FindingRow[]> {
  if ((findingIds === undefined) === (filter === undefined)) throw fail('item-quality.which-findings');
  const query = filterFindings(ctx, filter ?? {}, 'item-quality.rectification.issue').where('f.state', '=', 'open')
    .$if(findingIds !== undefined, (chosen) => chosen.where('f.id', 'in', findingIds ?? []));
  return query.orderBy('f.id').limit(mostOrderedFindings).execute();
}

function byDepartment(findings: readonly FindingRow[]): FindingRow[][] {
  const departments = new Map<string, FindingRow[]>();
  for (const finding of findings) {
    const of = departments.get(finding.organizationId);
    if (of) of.push(finding);
    else departments.set(finding.organizationId, [finding]);
  }
  return [...departments.values()];
}

async function addOrder(ctx: Context, batch: WriteBatch, findings: readonly FindingRow[], requirement: string, dueOn: string): Promise<string> {
  const [id, now, count] = [createId(), ctx.kernel.clock.now(), findings.length];
  const [first] = findings;
  if (!first) throw fail('item-quality.nothing-to-order');
  const { organizationId, organizationName, organizationPath, regionCode } = first;
  const number = `ZG-${chinaDate(now).slice(0, 4)}-${String(await nextNumber(ctx.kernel, 'item_quality.rectification_serial')).padStart(6, '0')}`;
  const writes = writesFor<ItemQualityTables>(batch);
  writes.insert('itemQuality.rectification', {
    id, number, version: 1, state: 'issued', organizationId, organizationName, organizationPath, regionCode, requirement, findingCount: count,
    issuedById: ctx.actor.id, issuedByName: ctx.actor.name, issuedAt: now, dueOn, reply: null, finishedAt: null,
  });
  writes.insert('itemQuality.rectificationStep', { id: createId(), rectificationId: id, action: 'issue', text: requirement, byId: ctx.actor.id, byName: ctx.actor.name, at: now });
  writes.update('itemQuality.finding', { state: 'assigned', rectificationId: id }, { id: findings.map((finding) => finding.id), state: 'open' },
    { expected: count, otherwise: () => fail('item-quality.stale') });
  recordAudit(ctx, batch, { action: 'item-quality.issue-rectification', objectType: 'quality-rectification', objectId: id, detail: { number, organizationId, findings: count, dueOn } });
  await sendToStaff(ctx, batch, await listAnswering(ctx, { organizationPath, regionCode }), {
    templateKey: 'item-quality.rectification-issued', dedupeKey: `rectification-issued:${id}`,
    variables: { rectificationId: id, orderNumber: number, count: String(count), dueOn: dateInWords(dueOn), requirement: short(requirement) },
  });
  return id;
}

/** As much of a text as a message shows. */
export function short(text: string): string {
  return [...text].slice(0, 180).join('');
}
