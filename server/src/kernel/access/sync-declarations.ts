import type { Database } from '../db/index.ts';
import type { ModuleDefinition } from '../module/index.ts';
import { administratorRoles, defaultRoles } from './default-roles.ts';

interface DeclaredPermission {
  code: string;
  label: string;
  module: string;
  administration: string | null;
  everyStaff: boolean;
  roles: readonly string[];
}

function declared(modules: readonly ModuleDefinition[]): DeclaredPermission[] {
  return modules.flatMap((module) => (module.permissions ?? []).map((permission) => ({
    code: permission.code, label: permission.label, module: module.name,
    administration: permission.administration ?? null, everyStaff: permission.everyStaff ?? false, roles: permission.defaultRoles ?? [],
  })));
}

/** A permission of an administrator belongs to that administrator's role alone. @throws Error naming the permission */
function checkSeparation(permissions: readonly DeclaredPermission[]): void {
  for (const { code, administration, everyStaff, roles } of permissions) {
    if (everyStaff) continue;
    const wrong = roles.find((role) => (administratorRoles.get(role) ?? null) !== administration);
    if (wrong) throw new Error(`permission ${code} must not be given to role ${wrong}: the three administrators hold no business permission, and nobody else holds theirs`);
  }
}

/**
 * Writes the declared permissions and default roles into the database. A permission seen for the first time joins its
 * default roles; what a city changed in its roles since is kept.
 */
export async function syncPermissions(db: Database, modules: readonly ModuleDefinition[]): Promise<void> {
  const permissions = declared(modules);
  checkSeparation(permissions);
  const roles = Object.entries(defaultRoles).map(([code, name]) => ({ code, name, administration: administratorRoles.get(code) ?? null }));
  await db.pool.query(
    `INSERT INTO access.role (code, name, administration)
     SELECT code, name, administration FROM json_populate_recordset(NULL::access.role, $1) ON CONFLICT (code) DO NOTHING`, [JSON.stringify(roles)]);
  await db.pool.query(
    `WITH declared AS (SELECT * FROM json_to_recordset($1) AS d(code text, label text, module text, administration text, "everyStaff" boolean, roles json)),
     fresh AS (
       INSERT INTO access.permission (code, label, module, administration, every_staff)
       SELECT code, label, module, administration, "everyStaff" FROM declared ON CONFLICT (code) DO NOTHING RETURNING code
     ),
     kept AS (
       UPDATE access.permission p SET label = d.label, module = d.module, administration = d.administration, every_staff = d."everyStaff"
       FROM declared d WHERE d.code = p.code AND (p.label, p.module, p.administration, p.every_staff) IS DISTINCT FROM (d.label, d.module, d.administration, d."everyStaff")
     ),
     given AS (
       SELECT role.value AS role_code, array_agg(d.code ORDER BY d.code) AS codes
       FROM fresh JOIN declared d USING (code), json_array_elements_text(d.roles) AS role GROUP BY role.value
     )
     UPDATE access.role r SET permissions = r.permissions || g.codes, revision = r.revision + 1
     FROM given g WHERE g.role_code = r.code`, [JSON.stringify(permissions)]);
}
