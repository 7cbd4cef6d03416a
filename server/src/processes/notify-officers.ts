import { listHolders } from '../kernel/access/list-holders.ts';
import { dateInWords } from '../kernel/clock/index.ts';
import { commit } from '../kernel/commit.ts';
import type { Context } from '../kernel/context.ts';
import { WriteBatch } from '../kernel/db/index.ts';
import type { DomainEvent, Subscription } from '../kernel/events/index.ts';
import { sendToStaff, type MessageSubject } from '../kernel/messaging/index.ts';
import { listCandidateStaff, workflowEvents, type Candidate } from '../kernel/workflow/index.ts';
import { aboutCase, caseEvents, findProposal, listActions, partsOf, readOffices, unsafeFindCase, type CaseEventData } from '../modules/cases/index.ts';
import { getPinnedVersion } from '../modules/catalog/index.ts';

/** Officers told of one thing; a larger office looks into its inbox. */
export const mostTold = 20;

interface Told { templateKey: string; variables: Record<string, string>; about: MessageSubject; part?: string }

async function tell(ctx: Context, event: DomainEvent, staffIds: readonly string[], { part = '', ...message }: Told): Promise<void> {
  const batch = new WriteBatch();
  await sendToStaff(ctx, batch, staffIds, { ...message, dedupeKey: event.id + part });
  await commit(ctx, batch);
}

interface TasksCreated {
  subjectNumber: string;
  subjectTitle: string;
  tasks: { taskId: string; name: string; step: string; candidates: Candidate[]; dueOn: string | null; returned: boolean }[];
}

/** Tells those who may take a new task of a case; whoever caused it knows. */
async function tellOfTasks(ctx: Context, event: DomainEvent): Promise<void> {
  if (event.aggregateType !== 'case') return;
  const { subjectNumber, subjectTitle, tasks } = event.data as Record<string, unknown> & TasksCreated;
  const record = await unsafeFindCase(ctx, event.aggregateId);
  for (const { taskId, name, step, candidates, dueOn, returned } of tasks) {
    const staff = (await listCandidateStaff(ctx, candidates, mostTold)).filter((id) => id !== event.actorId);
    await tell(ctx, event, staff, {
      templateKey: returned ? 'processes.task-returned' : 'processes.task-arrived', part: `/${taskId}`, about: record ? aboutCase(ctx, record, { step }) : {},
      variables: { caseId: event.aggregateId, itemName: subjectTitle, number: subjectNumber, taskName: name, due: dueOn === null ? '' : `，请在${dateInWords(dueOn)}前办理` },
    });
  }
}

const common = ({ caseId, itemName, number }: CaseEventData): Record<string, string> => ({ caseId, itemName, number });
const about = (ctx: Context, data: CaseEventData): MessageSubject => aboutCase(ctx, { ...data, id: data.caseId });

/** A special procedure has no task of its own: those who may approve it are told. */
async function tellOfProposal(ctx: Context, event: DomainEvent): Promise<void> {
  const data = event.data as CaseEventData;
  const { elements } = await getPinnedVersion(ctx, data.itemVersionId);
  const office = (await readOffices(ctx)).get(partsOf(elements).decision);
  if (!office) return;
  const deciders = await listHolders(ctx, 'handling.case.decide', { organizationPath: office.path, regionCode: data.regionCode }, mostTold);
  await tell(ctx, event, deciders, { templateKey: 'processes.special-procedure-proposed', variables: { ...common(data), procedure: String(data.detail['name'] ?? '') }, about: about(ctx, data) });
}

/** Whoever asked for a special procedure hears what was decided of it. */
async function tellOfAnswer(ctx: Context, event: DomainEvent): Promise<void> {
  const data = event.data as CaseEventData;
  const record = await unsafeFindCase(ctx, data.caseId);
  const proposal = record && await findProposal(ctx, record, String(data.detail['procedureId']));
  if (!proposal) return;
  const answer = event.type === caseEvents['start-special-procedure'] ? '已批准' : '未获同意';
  await tell(ctx, event, [proposal.actorId], { templateKey: 'processes.special-procedure-answered', variables: { ...common(data), procedure: proposal.name, answer }, about: about(ctx, data) });
}

/** The acceptance task stays open while an applicant supplements: the officer who asked for it hears that it has come. */
async function tellOfSupplement(ctx: Context, event: DomainEvent): Promise<void> {
  const data = event.data as CaseEventData;
  const request = (await listActions(ctx, data.caseId)).findLast(({ type }) => type === 'request-supplement');
  if (request?.actorKind !== 'staff' || request.actorId === event.actorId) return;
  await tell(ctx, event, [request.actorId], { templateKey: 'processes.case-supplemented', variables: common(data), about: about(ctx, data) });
}

export const officerNotices: readonly Subscription[] = [
  { name: 'processes.notify-of-tasks', types: [workflowEvents.tasksCreated, workflowEvents.tasksRedirected], handle: tellOfTasks },
  { name: 'processes.notify-of-proposals', types: [caseEvents['propose-special-procedure']], handle: tellOfProposal },
  { name: 'processes.notify-of-answers', types: [caseEvents['start-special-procedure'], caseEvents['reject-special-procedure']], handle: tellOfAnswer },
  { name: 'processes.notify-of-supplements', types: [caseEvents.supplement], handle: tellOfSupplement },
];
