import type { AccessTables } from '../../access/tables.ts';
import type { PersonActor, StaffActor } from '../../access/index.ts';
import type { Context } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import type { OrganizationTables } from '../../organization/tables.ts';
import type { Session } from '../contract.ts';
import { passwordMaxAgeDays } from '../password-policy.ts';
import { listActingChoices } from '../services/mandates-in-force.ts';
import type { IdentityTables } from '../tables.ts';

/** The session as a front-end shows it; undefined for a visitor. */
export async function describeSession(ctx: Context): Promise<Session | undefined> {
  const { actor } = ctx;
  if (actor.kind !== 'staff' && actor.kind !== 'person') return undefined;
  const row = await tablesOf<IdentityTables>(ctx.kernel.db).selectFrom('identity.session as session')
    .innerJoin('identity.credential as credential', 'credential.accountId', 'session.accountId')
    .select(['session.idleSeconds', 'session.expiresAt', 'credential.passwordChangedAt'])
    .where('session.id', '=', actor.sessionId).executeTakeFirstOrThrow();
  const common = {
    sessionId: actor.sessionId, permissions: [...actor.permissions.keys()].sort(),
    idleMinutes: row.idleSeconds / 60, expiresAt: row.expiresAt.toISOString(),
  };
  if (actor.kind === 'person') {
    return { ...common, account: accountOfPerson(actor), ...await actingOf(ctx, actor), passwordExpiresAt: null };
  }
  const expires = new Date(row.passwordChangedAt.getTime() + passwordMaxAgeDays * 86_400_000);
  return { ...common, account: await accountOfStaff(ctx, actor), actingFor: null, actingChoices: [], mandateEnded: false, passwordExpiresAt: expires.toISOString() };
}

function accountOfPerson(actor: PersonActor): Session['account'] {
  return { kind: 'person', id: actor.id, name: actor.name, organization: null, posts: [], roles: [] };
}

async function actingOf(ctx: Context, actor: PersonActor): Promise<Pick<Session, 'actingFor' | 'actingChoices' | 'mandateEnded'>> {
  const actingChoices = await listActingChoices(ctx, actor.id);
  return { actingFor: actingChoices.find(({ mandateId }) => mandateId === actor.actingFor?.mandateId) ?? null, actingChoices, mandateEnded: actor.mandateLapsed ?? false };
}

async function accountOfStaff(ctx: Context, actor: StaffActor): Promise<Session['account']> {
  const tables = tablesOf<OrganizationTables & AccessTables>(ctx.kernel.db);
  const [posts, roles] = await Promise.all([
    tables.selectFrom('organization.post').select(['code', 'name']).where('code', 'in', [...actor.postCodes, '']).orderBy('position').execute(),
    tables.selectFrom('access.role').select(['code', 'name']).where('code', 'in', [...actor.roleCodes, '']).orderBy('code').execute(),
  ]);
  return {
    kind: 'staff', id: actor.id, name: actor.name, posts, roles,
    organization: { id: actor.organizationId, name: actor.organizationName, regionCode: actor.regionCode },
  };
}
