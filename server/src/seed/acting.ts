import type { StaffActor } from '../kernel/access/index.ts';
import { addCalendarDays } from '../kernel/calendar/index.ts';
import { chinaDate } from '../kernel/clock/index.ts';
import type { Context } from '../kernel/context.ts';
import type { ModuleDefinition } from '../kernel/module/index.ts';
import { getStaffMember } from '../kernel/organization/index.ts';

/** The same services at another time of day, so that a demonstration has a past. */
export function ago(ctx: Context, days: number): Context {
  const day = addCalendarDays(chinaDate(ctx.kernel.clock.now()), -days);
  const at = days === 0 ? ctx.kernel.clock.now() : new Date(`${day}T10:20:00+08:00`);
  return { ...ctx, kernel: { ...ctx.kernel, clock: { now: () => at } } };
}

/** Id of an account of the demonstration. */
export async function accountId(ctx: Context, accountName: string): Promise<string> {
  const { rows: [account] } = await ctx.kernel.db.pool.query<{ account_id: string }>('SELECT account_id FROM identity.demo_account WHERE account_name = $1', [accountName]);
  if (!account) throw new Error(`no demonstration account ${accountName}`);
  return account.account_id;
}

/** An officer of the demonstration at work so many days ago, with every right of some modules. */
export async function asStaff(ctx: Context, accountName: string, days: number, of: readonly ModuleDefinition[]): Promise<Context> {
  const member = await getStaffMember(ctx, await accountId(ctx, accountName));
  const actor: StaffActor = {
    kind: 'staff', id: member.id, name: member.name, sessionId: 'seed', organizationId: member.organization.id, organizationName: member.organization.name, organizationPath: member.organizationPath,
    regionCode: member.regionCode, postCodes: member.posts.map(({ code }) => code), roleCodes: member.roles.map(({ code }) => code),
    permissions: new Map(of.flatMap(({ permissions = [] }) => permissions.map(({ code }) => [code, { kind: 'all' as const }] as const))),
  };
  return { ...ago(ctx, days), actor, origin: { ...ctx.origin, channel: 'window' } };
}
