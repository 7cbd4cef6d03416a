import type { Context } from '../../kernel/context.ts';
import { tablesOf } from '../../kernel/db/index.ts';
import type { DomainEvent } from '../../kernel/events/index.ts';
import type { OrganizationTables } from '../../kernel/organization/tables.ts';
import type { Candidate } from '../../kernel/workflow/index.ts';
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

/** Lets those who were given a task of a case see the case: a rule or a supervisor may name others than the item does (DEC-07). */
export async function admitHandlers(ctx: Context, event: DomainEvent): Promise<void> {
  if (event.aggregateType !== 'case') return;
  const { tasks } = event.data as { tasks: { candidates: Candidate[] }[] };
  const candidates = tasks.flatMap((task) => task.candidates);
  const offices = await readOffices(ctx);
  const people = candidates.flatMap(({ person }) => person ?? []);
  const organizations = [...candidates.flatMap(({ organisation }) => organisation ?? []), ...await organizationsOf(ctx, people)];
  const paths = [...new Set(organizations.flatMap((id) => offices.get(id)?.path ?? []))];
  if (paths.length === 0) return;
  await ctx.kernel.db.pool.query({
    name: 'cases-admit', text: `UPDATE cases."case" SET participant_paths = ARRAY(SELECT DISTINCT unnest(participant_paths || $2::text[])) WHERE id = $1 AND NOT participant_paths @> $2::text[]`,
    values: [event.aggregateId, paths],
  });
}

async function organizationsOf(ctx: Context, people: readonly string[]): Promise<string[]> {
  if (people.length === 0) return [];
  const rows = await tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.staff').select('organizationId').where('id', 'in', [...people]).execute();
  return rows.map(({ organizationId }) => organizationId);
}
