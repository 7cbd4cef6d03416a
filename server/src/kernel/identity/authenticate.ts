import type { Actor, DataScope, PermissionDefinition, PersonActor, StaffActor } from '../access/index.ts';
import { chinaDate } from '../clock/index.ts';
import type { Kernel } from '../context.ts';
import { permissionMapOf } from './permission-map.ts';
import { touchEveryMs } from './session-limits.ts';
import { hashToken } from './tokens.ts';

interface SessionRow {
  session_id: string;
  account_kind: 'staff' | 'person';
  account_id: string;
  last_seen_at: Date;
  acting_mandate_id: string | null;
  staff_name: string | null;
  organization_id: string;
  organization_name: string;
  organization_path: string;
  region_code: string;
  posts: string[];
  /** JSON text of the roles held, see `permissionMapOf`. */
  roles: string;
  person_name: string | null;
  mandate_id: string | null;
  principal_kind: 'person' | 'company';
  principal_id: string;
  principal_name: string;
  item_categories: string[] | null;
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

export type Authenticate = (kernel: Kernel, token: string) => Promise<Actor | undefined>;

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

  const authenticate: Authenticate = async ({ clock, db }, token) => {
    const now = clock.now();
    const { rows: [row] } = await db.pool.query<SessionRow>({
      name: 'identity-authenticate', text: query, values: [hashToken(token), now, chinaDate(now)],
    });
    if (!row) return undefined;
    if (now.getTime() - row.last_seen_at.getTime() >= touchEveryMs) touch(kernel, row.session_id, now);
    if (row.staff_name !== null) return staffActor(row, row.staff_name, permissionMapOf(row.roles, everyStaff));
    if (row.person_name !== null) return personActor(row, row.person_name, everyPerson, none);
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
    kind: 'staff', id: row.account_id, name, sessionId: row.session_id,
    organizationId: row.organization_id, organizationName: row.organization_name, organizationPath: row.organization_path,
    regionCode: row.region_code, postCodes: row.posts, ...held,
  };
}

function personActor(row: SessionRow, name: string, everyPerson: ReadonlyMap<string, DataScope>, none: ReadonlyMap<string, DataScope>): PersonActor {
  const person = { kind: 'person' as const, id: row.account_id, name, sessionId: row.session_id };
  if (row.acting_mandate_id === null) return { ...person, permissions: everyPerson };
  // Falling back to oneself would file the next application under the wrong name: until switched, nothing is allowed.
  if (row.mandate_id === null) return { ...person, permissions: none, mandateLapsed: true };
  return {
    ...person, permissions: everyPerson,
    actingFor: {
      kind: row.principal_kind, id: row.principal_id, name: row.principal_name, mandateId: row.mandate_id,
      ...(row.item_categories ? { itemCategories: row.item_categories } : {}),
    },
  };
}
