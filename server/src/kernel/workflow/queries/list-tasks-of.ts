import type { Context } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import type { OrganizationTables } from '../../organization/tables.ts';
import type { AccessTables } from '../../access/tables.ts';
import type { taskSteps } from '../contract.ts';
import { isHandler, readSubjectTasks, type StoredTask } from '../engine/open-task.ts';
import type { TaskRow } from '../engine/unit.ts';
import type { Candidate } from '../interpreter/index.ts';
import type { TaskStatus } from '../tables.ts';
import { stepOf } from './present-inbox-item.ts';

/** A task that is still to be done, as the page of its subject shows it. */
export interface OpenTask {
  taskId: string;
  instanceId: string;
  node: string;
  name: string;
  step: (typeof taskSteps)[number];
  status: TaskStatus;
  /** Who has it, or in words who may take it. */
  handler: string;
  /** Names of the organisations whose posts may take it: what the public is told instead of a person. */
  organizations: string[];
  /** The actor may act on it now. */
  mine: boolean;
  returned: boolean;
  /** Of a signer: asked before or after the one whose task it is (加签). */
  sign: 'before' | 'after' | null;
  dueOn: string | null;
}

/** A task of a subject as an action on the subject needs it. */
export interface SubjectTask extends Omit<OpenTask, 'handler' | 'organizations'> {
  /** What was read, for `completeTask`. */
  stored: StoredTask;
}

/** Tasks of a subject that are not done, oldest first. Whether the actor may see the subject is the caller's to decide. */
export async function findTasksOf(ctx: Context, subject: { subjectType: string; subjectId: string }): Promise<SubjectTask[]> {
  return (await readSubjectTasks(ctx, subject)).map((stored) => {
    const { id, instanceId, node, name, step, status, returned, dueOn, signMode } = stored.task;
    return { taskId: id, instanceId, node, name, step: stepOf(step), status, mine: status === 'open' && isHandler(ctx.actor, stored.task), returned, dueOn, sign: signMode, stored };
  });
}

/** As `findTasksOf`, each with the names of who has it or may take it. */
export async function listTasksOf(ctx: Context, subject: { subjectType: string; subjectId: string }): Promise<OpenTask[]> {
  const tasks = await findTasksOf(ctx, subject);
  const names = await readNames(ctx, tasks.map(({ stored }) => stored.task));
  return tasks.map(({ stored: { task }, ...shown }) => ({
    ...shown, handler: task.assigneeName ?? task.candidates.map((candidate) => nameCandidate(names, candidate)).join('、'),
    organizations: [...new Set(task.candidates.flatMap(({ organisation }) => (organisation && names.get(`o:${organisation}`)) ?? []))],
  }));
}

/** Names by kind and code, for words like 规划局审查岗. */
type Names = ReadonlyMap<string, string>;

function nameCandidate(names: Names, { person, organisation, post, role }: Candidate): string {
  const parts = [person && names.get(`u:${person}`), organisation && names.get(`o:${organisation}`), post && names.get(`p:${post}`), role && names.get(`r:${role}`)];
  return parts.filter((part) => part !== undefined && part !== '').join('') || '未指定';
}

async function readNames(ctx: Context, tasks: readonly TaskRow[]): Promise<Names> {
  const candidates = tasks.flatMap((task) => task.candidates);
  const open = tasks.filter((task) => task.assigneeName === null).flatMap((task) => task.candidates);
  const of = (part: keyof Candidate, from = open): string[] => [...new Set(from.flatMap((candidate) => candidate[part] ?? []))];
  if (candidates.length === 0) return new Map();
  const tables = tablesOf<OrganizationTables & AccessTables>(ctx.kernel.db);
  const [organisations, posts, roles, people] = await Promise.all([
    read(of('organisation', candidates), (ids) => tables.selectFrom('organization.organization').select(['id', 'name']).where('id', 'in', ids).execute()),
    read(of('post'), (codes) => tables.selectFrom('organization.post').select(['code as id', 'name']).where('code', 'in', codes).execute()),
    read(of('role'), (codes) => tables.selectFrom('access.role').select(['code as id', 'name']).where('code', 'in', codes).execute()),
    read(of('person'), (ids) => tables.selectFrom('organization.staff').select(['id', 'name']).where('id', 'in', ids).execute()),
  ]);
  return new Map([...mark('o', organisations), ...mark('p', posts), ...mark('r', roles), ...mark('u', people)]);
}

interface Named { id: string; name: string }

async function read(codes: string[], query: (codes: string[]) => Promise<Named[]>): Promise<Named[]> {
  return codes.length === 0 ? [] : query(codes);
}

function mark(kind: string, rows: readonly Named[]): [string, string][] {
  return rows.map(({ id, name }) => [`${kind}:${id}`, name]);
}
