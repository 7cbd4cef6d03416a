import { covers, requireScope, requireStaff, singleScopes } from '../../kernel/access/index.ts';
import type { Context, Kernel } from '../../kernel/context.ts';
import { tablesOf } from '../../kernel/db/index.ts';
import type { OrganizationTables } from '../../kernel/organization/tables.ts';
import type { ItemElements } from '../catalog/contract.ts';
import { getPinnedVersion } from '../catalog/index.ts';
import type { Issuer } from './actions/issue-notice.ts';
import { fail } from './errors.ts';
import type { CaseRecord } from './record.ts';

/** An organisation as a case needs it. */
export interface Office {
  id: string;
  name: string;
  path: string;
}

interface Cached { offices: Map<string, Office>; readAt: number }

const cache = new WeakMap<Kernel, Cached>();
const keepMs = 60_000;
const decidePermission = 'handling.case.decide';

/** Names and paths of all organisations, of one that was merged those of its successor; kept for a minute, since every submission needs them. */
export async function readOffices(ctx: Context): Promise<Map<string, Office>> {
  const now = ctx.kernel.clock.now().getTime();
  const cached = cache.get(ctx.kernel);
  if (cached && Math.abs(now - cached.readAt) < keepMs) return cached.offices;
  const rows = await tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.organization').select(['id', 'name', 'path', 'mergedInto']).execute();
  const byId = new Map(rows.map(({ mergedInto: _successor, ...office }) => [office.id, office]));
  const offices = new Map(rows.map(({ id, name, path, mergedInto }) => [id, (mergedInto === null ? undefined : byId.get(mergedInto)) ?? { id, name, path }]));
  cache.set(ctx.kernel, { offices, readAt: now });
  return offices;
}

/** The organisations of an item by their part in it; each falls back to the implementing department. */
export interface Parts {
  acceptance: string;
  lead: string;
  decision: string;
  joint: string[];
}

/** Which organisation does what for cases of this item. */
export function partsOf(elements: ItemElements): Parts {
  const first = (role: string): string | undefined => elements.handlingDepartments.find((department) => department.role === role)?.organizationId;
  const lead = first('lead') ?? elements.organizationId;
  return {
    lead, acceptance: first('acceptance') ?? lead, decision: first('decision') ?? lead,
    joint: elements.handlingDepartments.filter(({ role }) => role === 'joint').map(({ organizationId }) => organizationId),
  };
}

/** Which organisations do it now: a department that was merged is stood in for by its successor. */
export function standingParts({ acceptance, lead, decision, joint }: Parts, offices: ReadonlyMap<string, Office>): Parts {
  const now = (id: string): string => offices.get(id)?.id ?? id;
  return { acceptance: now(acceptance), lead: now(lead), decision: now(decision), joint: [...new Set(joint.map(now))] };
}

/**
 * Whether the officer speaks for the authority that decides the case: a joint department takes part, but does not stop the
 * clock, lengthen the limit or end the case.
 */
export async function isDecider(ctx: Context, record: CaseRecord): Promise<boolean> {
  const { actor } = ctx;
  if (actor.kind === 'system') return true;
  if (actor.kind !== 'staff' || !actor.permissions.has(decidePermission)) return false;
  const { elements } = await getPinnedVersion(ctx, record.itemVersionId);
  const office = (await readOffices(ctx)).get(partsOf(elements).decision);
  if (!office) return false;
  return singleScopes(requireScope(ctx, decidePermission)).some((scope) => (
    scope.kind === 'own'
      ? actor.organizationPath.startsWith(office.path)
      : covers(scope, actor, { organizationPath: office.path, regionCode: record.regionCode })));
}

/** @throws cases.not-decider, kernel.unauthenticated */
export async function requireDecider(ctx: Context, record: CaseRecord): Promise<void> {
  if (ctx.actor.kind !== 'system') requireStaff(ctx);
  if (!await isDecider(ctx, record)) throw fail('cases.not-decider', { organization: record.organizationName });
}

/** 行政复议法第二十条, 行政诉讼法第四十六条. */
const usualRemedies = {
  reconsideration: '对本决定不服的，可以自收到本决定书之日起六十日内向本级人民政府申请行政复议。',
  litigation: '也可以自收到本决定书之日起六个月内向有管辖权的人民法院提起行政诉讼。',
};

/**
 * In whose name cases of the item are decided: the implementing department, or the one that has entrusted it, since an
 * entrusted agency acts in the name of the entrusting one (行政许可法第二十四条).
 */
export function authorityOf({ handlingDepartments, organizationId }: ItemElements): string {
  return handlingDepartments.find(({ role }) => role === 'entrusting')?.organizationId ?? organizationId;
}

/** In whose name a notice about a case of the item goes out: the authority, with the contact of the department's window. */
export function issuerOf(elements: ItemElements, offices: ReadonlyMap<string, Office>): Issuer {
  const [window] = elements.windows;
  const isPermit = elements.taskType === '01';
  const basis = elements.legalBases[0];
  const authority = offices.get(authorityOf(elements));
  return {
    organizationId: authority?.id ?? authorityOf(elements), organizationName: authority?.name ?? elements.departmentName,
    contactName: window?.name ?? elements.departmentName, contactPhone: window?.telephone ?? elements.consultationTelephone ?? '',
    remedies: `${elements.reconsideration ?? usualRemedies.reconsideration}${elements.litigation ?? usualRemedies.litigation}`,
    ...(isPermit || !basis ? {} : { legalBasis: `《${basis.lawName}》${basis.clauseNumber}` }),
  };
}
