import type { Actor, DataScope, PermissionDefinition, PersonActor, StaffActor } from '../access/index.ts';
import { chinaDate } from '../clock/index.ts';
import type { Kernel } from '../context.ts';
import { findRow } from '../db/index.ts';
import { permissionMapOf } from './permission-map.ts';
import { touchEveryMs } from './session-limits.ts';
import { hashToken } from './tokens.ts';

interface SessionRow {
  sessionId: string;
  accountKind: 'staff' | 'person';
  accountId: string;
  lastSeenAt: Date;
  actingMandateId: string | null;
  staffName: string | null;
  organizationId: string;
  organizationName: string;
  organizationPath: string;
  regionCode: string;
  posts: string[];
  /** JSON text of the roles held, see `permissionMapOf`. */
  roles: string;
  personName: string | null;
  mandateId: string | null;
  principalKind: 'person' | 'company';
  principalId: string;
  principalName: string;
  itemCategories: string[] | null;
}

// One indexed row per join; every right is read at every request, so that a revocation holds at once.
const query = `
SELECT s.id AS session_id, s.account_kind, s.account_id, s.last_seen_at, s.acting_mandate_id,
  st.name AS staff_name, o.id AS organization_id, o.name AS organization_name, o.path AS organization_path, o.region_code,
  CASE WHEN s.account_kind = 'staff' THEN ARRAY(
    SELECT sp.post_code FROM organization.staff_post sp WHERE sp.staff_id = s.account_id AND sp.valid_to IS NULL ORDER BY sp.post_code) END AS posts,
  CASE WHEN s.account_kind = 'staff' THEN (
    SELECT coalesce(json_agg(json_build_array(r.code, ra.scope_kind, coalesce(ra.scope_region_code, so.path), r.permissions) ORDER BY ra.id), '[]')::text
    FROM access.role_assignment ra JOIN access.role r ON r.code = ra.role_code
    LEFT JOIN organization.organization so ON so.id = ra.scope_organization_id
    WHERE ra.staff_id = s.account_id AND ra.ended_at IS NULL) END AS roles,
  p.name AS person_name,
  m.id AS mandate_id, m.principal_kind, coalesce(m.principal_company_id, m.principal_person_id) AS principal_id,
  coalesce(pc.name, pp.name) AS principal_name, m.item_categories
FROM identity.session s
JOIN identity.credential c ON c.account_id = s.account_id AND c.suspended_at IS NULL
LEFT JOIN organization.staff st ON s.account_kind = 'staff' AND st.id = s.account_id AND (st.valid_to IS NULL OR st.valid_to > $3::date)
LEFT JOIN organization.organization o ON o.id = st.organization_id
LEFT JOIN identity.person p ON s.account_kind = 'person' AND p.id = s.account_id
LEFT JOIN identity.mandate m ON m.id = s.acting_mandate_id AND m.state = 'accepted'
  AND m.valid_from <= $3::date AND (m.valid_until IS NULL OR m.valid_until >= $3::date)
LEFT JOIN identity.company pc ON pc.id = m.principal_company_id
LEFT JOIN identity.person pp ON pp.id = m.principal_person_id
WHERE s.token_hash = $1 AND s.ended_at IS NULL AND s.expires_at > $2
  AND s.last_seen_at > $2::timestamptz - make_interval(secs => s.idle_seconds)`;

/** Finds who a session token belongs to; the idle limit moves unless nobody acts. */
export type Authenticate = (kernel: Kernel, token: string, attended?: boolean) => Promise<Actor | undefined>;

const installed = new WeakMap<Kernel, Authenticate>();

/** The function that `createAuthenticate` made for this kernel. @throws Error before it was made */
export function authenticateOf(kernel: Kernel): Authenticate {
  const authenticate = installed.get(kernel);
  if (!authenticate) throw new Error('createAuthenticate has not been called for this kernel');
  return authenticate;
}

/**
 * Makes the function that finds who a session token belongs to, in one query: the account, its roles and scopes, and
 * the mandate it acts by. Unknown, ended, expired and idle sessions and suspended accounts give undefined.
 */
export function createAuthenticate(kernel: Kernel, permissions: readonly PermissionDefinition[]): Authenticate {
  const own: DataScope = { kind: 'own' };
  const everyPerson = new Map(permissions.filter((one) => one.everyPerson).map(({ code }) => [code, own]));
  const everyStaff = permissions.filter((one) => one.everyStaff).map(({ code }) => code);
  const none: ReadonlyMap<string, DataScope> = new Map();

  const authenticate: Authenticate = async ({ clock, db }, token, attended = true) => {
    const now = clock.now();
    const row = await findRow<SessionRow>(db, query, [hashToken(token), now, chinaDate(now)]);
    if (!row) return undefined;
    if (attended && now.getTime() - row.lastSeenAt.getTime() >= touchEveryMs) touch(kernel, row.sessionId, now);
    if (row.staffName !== null) return staffActor(row, row.staffName, permissionMapOf(row.roles, everyStaff));
    if (row.personName !== null) return personActor(row, row.personName, everyPerson, none);
    return undefined;
  };
  installed.set(kernel, authenticate);
  return authenticate;
}

/** Moves the idle limit without holding up the request; losing one such write only ends a session a minute early. */
function touch(kernel: Kernel, sessionId: string, now: Date): void {
  kernel.db.pool.query({
    name: 'identity-touch', text: 'UPDATE identity.session SET last_seen_at = $2 WHERE id = $1 AND last_seen_at < $2', values: [sessionId, now],
  }).catch((error: unknown) => { kernel.log.warn({ err: error }, 'session could not be touched'); });
}

function staffActor(row: SessionRow, name: string, held: { roleCodes: readonly string[]; permissions: ReadonlyMap<string, DataScope> }): StaffActor {
  return {
    kind: 'staff', id: row.accountId, name, sessionId: row.sessionId,
    organizationId: row.organizationId, organizationName: row.organizationName, organizationPath: row.organizationPath,
    regionCode: row.regionCode, postCodes: row.posts, ...held,
  };
}

function personActor(row: SessionRow, name: string, everyPerson: ReadonlyMap<string, DataScope>, none: ReadonlyMap<string, DataScope>): PersonActor {
  const person = { kind: 'person' as const, id: row.accountId, name, sessionId: row.sessionId };
  if (row.actingMandateId === null) return { ...person, permissions: everyPerson };
  // Falling back to oneself would file the next application under the wrong name: until switched, nothing is allowed.
  if (row.mandateId === null) return { ...person, permissions: none, mandateLapsed: true };
  return {
    ...person, permissions: everyPerson,
    actingFor: {
      kind: row.principalKind, id: row.principalId, name: row.principalName, mandateId: row.mandateId,
      ...(row.itemCategories ? { itemCategories: row.itemCategories } : {}),
    },
  };
}
