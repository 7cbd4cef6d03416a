import { dateInWords } from '../kernel/clock/index.ts';
import { commit } from '../kernel/commit.ts';
import type { Context } from '../kernel/context.ts';
import { WriteBatch } from '../kernel/db/index.ts';
import type { DomainEvent, Subscription } from '../kernel/events/index.ts';
import { sendMessage, sendToStaff } from '../kernel/messaging/index.ts';
import { deadlineMoved, type DeadlineMove } from '../kernel/time-accounts/index.ts';
import { findTasksOf, listCandidateStaff } from '../kernel/workflow/index.ts';
import { aboutCase, unsafeFindCase } from '../modules/cases/index.ts';
import { readersOfCase } from './notify-applicants.ts';
import { mostTold } from './notify-officers.ts';

/** A holiday announced late moves promised deadlines: the applicant hears of it, and whoever has the case in hand (SUP-01, MSG-02). */
async function tellMovedDeadline(ctx: Context, event: DomainEvent): Promise<void> {
  const { subjectType, subjectId, promisedDueOn, previousPromisedDueOn } = event.data as DeadlineMove;
  const record = subjectType === 'case' ? await unsafeFindCase(ctx, subjectId) : undefined;
  if (!record) return;
  const variables = {
    caseId: record.id, itemName: record.itemName, number: record.number, previous: dateInWords(previousPromisedDueOn), dueOn: dateInWords(promisedDueOn),
  };
  const batch = new WriteBatch();
  for (const { recipient, ...link } of await readersOfCase(ctx, { ...record, agentId: record.agent?.personId ?? null })) {
    const about = aboutCase(ctx, record, { toAgent: recipient.id !== record.applicantId });
    await sendMessage(ctx, batch, { templateKey: 'processes.deadline-moved', recipient, ...link, variables: { ...variables, office: record.organizationName }, dedupeKey: event.id, about });
  }
  const candidates = (await findTasksOf(ctx, { subjectType, subjectId })).flatMap(({ stored }) => [...stored.task.candidates]);
  await sendToStaff(ctx, batch, await listCandidateStaff(ctx, candidates, mostTold), {
    templateKey: 'processes.task-deadline-moved', variables, dedupeKey: event.id, about: aboutCase(ctx, record),
  });
  await commit(ctx, batch);
}

export const movedDeadlines: Subscription = { name: 'processes.tell-moved-deadline', types: [deadlineMoved], handle: tellMovedDeadline };
