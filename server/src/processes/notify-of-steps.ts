import type { StepNotice } from '@tongban/bpmn-model';
import { listHolders } from '../kernel/access/list-holders.ts';
import { dateInWords } from '../kernel/clock/index.ts';
import { commit } from '../kernel/commit.ts';
import type { Context } from '../kernel/context.ts';
import { tablesOf, WriteBatch } from '../kernel/db/index.ts';
import type { DomainEvent, Subscription } from '../kernel/events/index.ts';
import { findTemplateVariables, sendMessage } from '../kernel/messaging/index.ts';
import { getDefinitionById, listCandidateStaff, workflowEvents, type Candidate } from '../kernel/workflow/index.ts';
import type { WorkflowTables } from '../kernel/workflow/tables.ts';
import { aboutCase, readOffices, stepLeft, unsafeFindCase, type CaseRecord } from '../modules/cases/index.ts';
import { readersOfCase, type CaseReader } from './notify-applicants.ts';

/** Officers told of one thing, as for a new task. */
const mostTold = 20;

/** A step as its notices tell of it. */
interface Step {
  taskId: string;
  name: string;
  due: string;
  definitionId: string;
  node: string;
  /** Who may do it, or who did it. */
  handlers: () => Promise<string[]>;
}

interface TasksCreated { instanceId: string; tasks: { taskId: string; node: string; name: string; candidates: Candidate[]; dueOn: string | null }[] }
interface Left { taskId: string; node: string; name: string; definitionId: string; by: string | null }

/** What a case has just come to. */
async function tellOfEntering(ctx: Context, event: DomainEvent): Promise<void> {
  if (event.aggregateType !== 'case') return;
  const { instanceId, tasks } = event.data as Record<string, unknown> & TasksCreated;
  const instance = await tablesOf<WorkflowTables>(ctx.kernel.db).selectFrom('workflow.instance').select('definitionId').where('id', '=', instanceId).executeTakeFirst();
  if (!instance) return;
  for (const { taskId, node, name, candidates, dueOn } of tasks) {
    const due = dueOn === null ? '' : `，请在${dateInWords(dueOn)}前办理`;
    await tell(ctx, event, 'enter', { taskId, node, name, due, definitionId: instance.definitionId, handlers: () => listCandidateStaff(ctx, candidates, mostTold) });
  }
}

/** What a case has just left by its being done. */
async function tellOfLeaving(ctx: Context, event: DomainEvent): Promise<void> {
  const { by, ...step } = event.data as Record<string, unknown> & Left;
  await tell(ctx, event, 'leave', { ...step, due: '', handlers: () => Promise.resolve(by === null ? [] : [by]) });
}

async function tell(ctx: Context, event: DomainEvent, on: StepNotice['on'], step: Step): Promise<void> {
  const { model } = await getDefinitionById(ctx.kernel, step.definitionId);
  const node = model.nodes.find(({ id }) => id === step.node);
  const notices = node?.kind === 'user-task' ? (node.notices ?? []).filter((notice) => notice.on === on) : [];
  if (notices.length === 0) return;
  const record = await unsafeFindCase(ctx, event.aggregateId);
  if (!record) return;
  const batch = new WriteBatch();
  for (const [index, notice] of notices.entries()) {
    const variables = await fill(ctx, notice, record, step);
    // A template that is there no more says nothing; the designer names it when the process is next drawn.
    if (variables === undefined) continue;
    for (const { recipient, ...link } of await readersOf(ctx, notice, record, step)) {
      const about = aboutCase(ctx, record, { ...(node?.kind === 'user-task' ? { step: node.step } : {}), toAgent: recipient.kind === 'person' && recipient.id !== record.applicantId });
      await sendMessage(ctx, batch, { templateKey: notice.message, recipient, ...link, variables, dedupeKey: `${event.id}/${step.taskId}/${index}`, channels: notice.channel === 'sms' ? ['in-site', 'sms'] : ['in-site'], about });
    }
  }
  await commit(ctx, batch);
}

async function fill(ctx: Context, { message, note = '' }: StepNotice, { id, itemName, number, organizationName }: CaseRecord, { name, due }: Step): Promise<Record<string, string> | undefined> {
  const wanted = await findTemplateVariables(ctx, message);
  const known: Readonly<Record<string, string>> = { caseId: id, itemName, number, office: organizationName, taskName: name, due, note };
  return wanted?.every((variable) => known[variable] !== undefined) === true ? Object.fromEntries(wanted.map((variable) => [variable, known[variable] ?? ''])) : undefined;
}

async function readersOf(ctx: Context, { to }: StepNotice, record: CaseRecord, step: Step): Promise<CaseReader[]> {
  const officers = (ids: readonly string[]): CaseReader[] => ids.map((id) => ({ recipient: { kind: 'staff', id } }));
  switch (to) {
    case 'applicant': return readersOfCase(ctx, { ...record, agentId: record.agent?.personId ?? null });
    case 'handler': return officers(await step.handlers());
    case 'department': {
      const office = (await readOffices(ctx)).get(record.organizationId);
      return office === undefined ? [] : officers(await listHolders(ctx, 'handling.case.decide', { organizationPath: office.path, regionCode: record.regionCode }, mostTold));
    }
  }
}

export const stepNotices: readonly Subscription[] = [
  { name: 'processes.notify-of-entering', types: [workflowEvents.tasksCreated], handle: tellOfEntering },
  { name: 'processes.notify-of-leaving', types: [stepLeft], handle: tellOfLeaving },
];
