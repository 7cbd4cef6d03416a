import { fail } from '../errors/kernel-errors.ts';
import type { Actor, DataScope, PersonActor, SingleScope, StaffActor } from './actor.ts';
import type { DefaultRole } from './default-roles.ts';
import type { Context } from '../context.ts';

export { anonymous, systemActor } from './actor.ts';
export type { Actor, AnonymousActor, DataScope, PersonActor, SingleScope, StaffActor, SystemActor } from './actor.ts';
export type { DefaultRole } from './default-roles.ts';

/** A permission a module declares: code `module.object.verb`, Chinese label, and who has it without a role. */
export interface PermissionDefinition {
  code: string;
  label: string;
  /** Every signed-in person holds it, over their own records. */
  everyPerson?: boolean;
  /** Every signed-in officer holds it, over their own records. */
  everyStaff?: boolean;
  /** Roles of the default set that hold it from the start; a city changes its roles afterwards as data. */
  defaultRoles?: readonly DefaultRole[];
  /** Belongs to one of the three administrators and never to a business role (三员分立, ORG-04). */
  administration?: 'system' | 'security' | 'audit';
}

/** Whether the actor holds the permission at all; system actors hold all. */
export function holds(actor: Actor, permission: string): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'anonymous') return false;
  return actor.permissions.has(permission);
}

/** The scope in which the actor holds the permission. @throws forbidden */
export function requireScope(ctx: Context, permission: string): DataScope {
  const { actor } = ctx;
  if (actor.kind === 'system') return { kind: 'all' };
  if (actor.kind === 'anonymous') throw fail('kernel.unauthenticated');
  const scope = actor.permissions.get(permission);
  if (!scope) throw fail('kernel.forbidden', { permission });
  return scope;
}

/** What an object says of where it belongs, so that a scope can be checked against it. */
export interface Belonging {
  organizationPath?: string | null | undefined;
  regionCode?: string | null | undefined;
  /** Ids of the accounts whose own it is. */
  ownerIds?: readonly string[] | undefined;
}

function significant(regionCode: string): string {
  const trimmed = regionCode.replace(/(000)+$/, '');
  return trimmed.length <= 6 ? regionCode.slice(0, 6).replace(/(00)+$/, '') : trimmed;
}

/** Whether `regionCode` lies in `scope` (same region or below it; 6-, 9- or 12-digit codes). */
export function regionWithin(scope: string, regionCode: string): boolean {
  return regionCode.startsWith(significant(scope));
}

/** The scopes of which any one is enough. */
export function singleScopes(scope: DataScope): readonly SingleScope[] {
  return scope.kind === 'several' ? scope.scopes : [scope];
}

/** Whether an object lies in the scope. */
export function covers(scope: DataScope, actor: Actor, object: Belonging): boolean {
  return singleScopes(scope).some((single) => coversSingle(single, actor, object));
}

function coversSingle(scope: SingleScope, actor: Actor, object: Belonging): boolean {
  switch (scope.kind) {
    case 'all': return true;
    case 'region': return !!object.regionCode && regionWithin(scope.regionCode, object.regionCode);
    case 'organization': return !!object.organizationPath?.startsWith(scope.organizationPath);
    case 'own': return !!object.ownerIds?.includes(actor.id);
  }
}

/** Refuses unless the actor holds the permission over this object. @throws forbidden */
export function authorize(ctx: Context, permission: string, object: Belonging): void {
  if (!covers(requireScope(ctx, permission), ctx.actor, object)) throw fail('kernel.forbidden', { permission });
}

/** The signed-in officer. @throws forbidden for anyone else */
export function requireStaff(ctx: Context): StaffActor {
  if (ctx.actor.kind === 'staff') return ctx.actor;
  throw fail(ctx.actor.kind === 'anonymous' ? 'kernel.unauthenticated' : 'kernel.forbidden');
}

/** The signed-in natural person. @throws forbidden for anyone else */
export function requirePerson(ctx: Context): PersonActor {
  if (ctx.actor.kind === 'person') return ctx.actor;
  throw fail(ctx.actor.kind === 'anonymous' ? 'kernel.unauthenticated' : 'kernel.forbidden');
}
