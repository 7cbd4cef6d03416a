import { sql } from 'kysely';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { OrganizationTables } from '../../../kernel/organization/tables.ts';
import type { Candidate } from '../../../kernel/workflow/index.ts';
import { dispatchMethods } from '../contract.ts';
import { findPlace, type Directory, type Found, type Place } from './directory.ts';

/** Whom a rule names, as it is written there. */
export interface WrittenTarget { readonly place: string; readonly post: string; readonly person: string; readonly method: string }

/** Whom a rule names, found. */
export interface Target { readonly candidates: readonly Candidate[]; readonly people: ReadonlyMap<string, string>; readonly least: boolean }

/** Reads the result of the decision 去向: a record of 机构, 岗位, 人员, 分派, or the organisation alone; undefined when it names nobody. */
export function readTarget(result: unknown): WrittenTarget | undefined {
  const record = typeof result === 'string' ? { 机构: result } : typeof result === 'object' && result !== null && !Array.isArray(result) ? result as Record<string, unknown> : {};
  const text = (name: string): string => (typeof record[name] === 'string' ? record[name].trim() : '');
  const target = { place: text('机构'), post: text('岗位'), person: text('人员'), method: text('分派') };
  return target.place === '' && target.post === '' && target.person === '' && target.method === '' ? undefined : target;
}

/**
 * Finds whom a rule names for a task. What it leaves out stays as the process has it, so that a rule may narrow or replace:
 * only the post, only the organisation, or both. A person is named by account, or by a name that is the only one in the organisation.
 */
export async function resolveTarget(ctx: Context, directory: Directory, written: WrittenTarget, own: readonly Candidate[], regionCode: string): Promise<Found<Target>> {
  const place = written.place === '' ? undefined : findPlace(directory, written.place, regionCode);
  if (place && !place.ok) return place;
  const post = written.post === '' ? undefined : directory.posts.get(written.post);
  if (written.post !== '' && post === undefined) return { ok: false, code: 'unknown-post', words: `规则写的岗位“${written.post}”不存在` };
  const narrowed = narrow(own, place?.value, post?.code);
  if (written.person === '') return { ok: true, value: { candidates: narrowed, people: new Map(), least: written.method === dispatchMethods.least } };
  const found = await findOfficers(ctx, written.person, narrowed);
  const [officer] = found;
  if (officer === undefined || found.length > 1) {
    return { ok: false, code: 'unknown-person', words: officer ? `有 ${found.length} 名人员叫“${written.person}”` : `规则写的人员“${written.person}”不在岗` };
  }
  return { ok: true, value: { candidates: [{ person: officer.id }], people: new Map([[officer.id, officer.name]]), least: false } };
}

function narrow(own: readonly Candidate[], place: Place | undefined, post: string | undefined): Candidate[] {
  const bases = own.length === 0 ? [{}] : own;
  const candidates = bases.map(({ organisation, post: usual, role }: Candidate): Candidate => {
    const [where, what] = [place?.id ?? organisation, post ?? usual];
    return { ...(where === undefined ? {} : { organisation: where }), ...(what === undefined ? {} : { post: what }), ...(post === undefined && role !== undefined ? { role } : {}) };
  }).filter((candidate) => Object.keys(candidate).length > 0);
  return [...new Map(candidates.map((candidate) => [JSON.stringify(candidate), candidate])).values()];
}

/** Officers in office by account; else by name in the organisations that are meant. */
async function findOfficers(ctx: Context, written: string, candidates: readonly Candidate[]): Promise<{ id: string; name: string }[]> {
  const today = chinaDate(ctx.kernel.clock.now());
  const rows = await tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.staff as s').innerJoin('organization.organization as o', 'o.id', 's.organizationId')
    .select(['s.id', 's.name', 'o.path', sql<boolean>`EXISTS (SELECT FROM identity.credential c WHERE c.account_id = s.id AND c.account_name = ${written})`.as('byAccount')])
    .where((eb) => eb.or([eb('s.validTo', 'is', null), eb('s.validTo', '>', today)]))
    .where((eb) => eb.or([eb('s.name', '=', written), sql<boolean>`EXISTS (SELECT FROM identity.credential c WHERE c.account_id = s.id AND c.account_name = ${written})`]))
    .limit(20).execute();
  const byAccount = rows.filter((row) => row.byAccount);
  if (byAccount.length > 0) return byAccount;
  const places = candidates.flatMap(({ organisation }) => organisation ?? []);
  return places.length === 0 ? rows : rows.filter(({ path }) => places.some((id) => path.includes(`/${id}/`)));
}

/** Whether every candidate works in one of the organisations, or below them: a decision leaves its authority to nobody else. */
export async function staysWithin(ctx: Context, directory: Directory, candidates: readonly Candidate[], organisations: readonly string[]): Promise<boolean> {
  if (organisations.length === 0) return true;
  const within = (path: string | undefined): boolean => path !== undefined && organisations.some((id) => path.includes(`/${id}/`));
  for (const { person, organisation } of candidates) {
    const path = organisation !== undefined ? directory.places.get(organisation)?.path : person === undefined ? undefined : await pathOfPerson(ctx, person);
    if (!within(path)) return false;
  }
  return true;
}

async function pathOfPerson(ctx: Context, id: string): Promise<string | undefined> {
  const row = await tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.staff as s').innerJoin('organization.organization as o', 'o.id', 's.organizationId')
    .select('o.path').where('s.id', '=', id).executeTakeFirst();
  return row?.path;
}
