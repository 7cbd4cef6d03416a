import type { Administration } from './contract.ts';

/** A role as far as the rules of separation look at it. */
export interface SeparatedRole {
  code: string;
  name: string;
  administration: Administration | null;
}

/** A permission as far as the rules of separation look at it. */
export interface SeparatedPermission {
  code: string;
  administration: Administration | null;
  /** Held by every officer anyway, so no business permission. */
  everyStaff: boolean;
}

export type SeparationFault =
  | { code: 'access.administrators-exclude-each-other'; held: string }
  | { code: 'access.administrator-without-business'; held: string; role: string };

/**
 * Whether a person who holds some roles may be given another (三员分立, ORG-04; domain.md §9): the three administrators
 * exclude each other, and none of them holds a business role. Undefined when it is allowed.
 */
export function findAssignmentFault(held: readonly SeparatedRole[], added: SeparatedRole): SeparationFault | undefined {
  const administrator = held.find((role) => role.administration !== null);
  if (added.administration === null) {
    return administrator && { code: 'access.administrator-without-business', held: administrator.name, role: added.name };
  }
  if (administrator && administrator.administration !== added.administration) {
    return { code: 'access.administrators-exclude-each-other', held: administrator.name };
  }
  const business = held.find((role) => role.administration === null);
  return business && { code: 'access.administrator-without-business', held: business.name, role: added.name };
}

/** The first permission that must not stand in a role of this kind: each administrator has their own, business roles have none of theirs. */
export function findMisplacedPermission(administration: Administration | null, permissions: readonly SeparatedPermission[]): SeparatedPermission | undefined {
  return permissions.find((permission) => !permission.everyStaff && permission.administration !== administration);
}
