import type { Context } from '../../kernel/context.ts';
import { tablesOf } from '../../kernel/db/index.ts';
import type { DomainEvent } from '../../kernel/events/index.ts';
import type { OrganizationTables } from '../../kernel/organization/tables.ts';
import { workflowEvents, type Candidate } from '../../kernel/workflow/index.ts';
import type { ItemElements } from '../catalog/contract.ts';
import { partsOf, readOffices } from './offices.ts';
import type { CaseRecord } from './record.ts';

/** The organisations that take part in a new case once its scene has said which departments review it jointly, as paths. */
export async function participantsWith(ctx: Context, record: CaseRecord, elements: ItemElements, joint: readonly string[]): Promise<string[]> {
  const offices = await readOffices(ctx);
  const { acceptance, lead, decision, joint: usual } = partsOf(elements);
  const pathsOf = (ids: readonly string[]): string[] => ids.flatMap((id) => offices.get(id)?.path ?? []);
  const staying = new Set(pathsOf([record.organizationId, acceptance, lead, decision, ...joint]));
  const left = new Set(pathsOf(usual).filter((path) => !staying.has(path)));
  return [...new Set([...record.participantPaths, ...staying])].filter((path) => !left.has(path));
}

interface Given { tasks: { candidates: Candidate[]; from?: string | null }[] }

/**
 * Lets those who were given a task of a case see the case: a rule, a supervisor or an officer may name others than the item does (DEC-07).
 * A department that came in only because a person handed a task to one of its officers is a guest: when the task goes on and
 * nobody of it has done anything in the case, it no longer sees the case.
 */
export async function admitHandlers(ctx: Context, event: DomainEvent): Promise<void> {
  if (event.aggregateType !== 'case') return;
  const { tasks } = event.data as Record<string, unknown> & Given;
  const candidates = tasks.flatMap((task) => task.candidates);
  const offices = await readOffices(ctx);
  const pathsOf = (ids: readonly string[]): string[] => [...new Set(ids.flatMap((id) => offices.get(id)?.path ?? []))];
  const officers = pathsOf(await organizationsOf(ctx, candidates.flatMap(({ person }) => person ?? [])));
  const redirected = event.type === workflowEvents.tasksRedirected;
  if (redirected && officers.length > 0) await noteGuests(ctx, event.aggregateId, officers);
  const paths = [...new Set([...pathsOf(candidates.flatMap(({ organisation }) => organisation ?? [])), ...officers])];
  if (paths.length > 0) {
    await ctx.kernel.db.pool.query({
      name: 'cases-admit', text: `UPDATE cases."case" SET participant_paths = ARRAY(SELECT DISTINCT unnest(participant_paths || $2::text[])) WHERE id = $1 AND NOT participant_paths @> $2::text[]`,
      values: [event.aggregateId, paths],
    });
  }
  if (redirected) await leaveGuests(ctx, event.aggregateId, pathsOf(await organizationsOf(ctx, tasks.flatMap(({ from }) => from ?? []))));
}

async function noteGuests(ctx: Context, caseId: string, paths: readonly string[]): Promise<void> {
  await ctx.kernel.db.pool.query(
    `INSERT INTO cases.guest (case_id, path) SELECT c.id, p FROM cases."case" c, unnest($2::text[]) p WHERE c.id = $1 AND NOT c.participant_paths @> ARRAY[p] ON CONFLICT DO NOTHING`, [caseId, paths]);
}

const leave = `WITH leaving AS (
  DELETE FROM cases.guest g USING organization.organization o WHERE g.case_id = $1 AND g.path = ANY($2::text[]) AND o.path = g.path
    AND NOT EXISTS (SELECT FROM cases.action a WHERE a.case_id = g.case_id AND a.organization_id = o.id)
    AND NOT EXISTS (SELECT FROM workflow.task t LEFT JOIN organization.staff s ON s.id = t.assignee_id WHERE t.subject_type = 'case' AND t.subject_id = g.case_id
      AND ((t.status NOT IN ('completed', 'cancelled') AND s.organization_id = o.id)
        OR EXISTS (SELECT FROM jsonb_array_elements(t.candidates) candidate WHERE g.path LIKE '%/' || (candidate->>'organisation') || '/%')))
  RETURNING g.path
)
UPDATE cases."case" SET participant_paths = ARRAY(SELECT unnest(participant_paths) EXCEPT SELECT path FROM leaving) WHERE id = $1 AND EXISTS (SELECT FROM leaving)`;

/** Shows the case no longer to guests who have done nothing in it, have no task of it, and whose posts none of its tasks names. */
async function leaveGuests(ctx: Context, caseId: string, paths: readonly string[]): Promise<void> {
  if (paths.length > 0) await ctx.kernel.db.pool.query(leave, [caseId, paths]);
}

async function organizationsOf(ctx: Context, people: readonly string[]): Promise<string[]> {
  if (people.length === 0) return [];
  const rows = await tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.staff').select('organizationId').where('id', 'in', [...people]).execute();
  return rows.map(({ organizationId }) => organizationId);
}
