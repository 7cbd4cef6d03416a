import { chinaDate } from '../../clock/index.ts';
import type { Context } from '../../context.ts';
import { createId, tablesOf, writesFor, type WriteBatch } from '../../db/index.ts';
import { fail as kernelFail } from '../../errors/kernel-errors.ts';
import type { Organization } from '../contract.ts';
import { fail } from '../errors.ts';
import type { OrganizationTables } from '../tables.ts';

function organizations(ctx: Context) {
  return tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.organization').selectAll();
}

/** An organisation, also one that has been closed. @throws kernel.not-found */
export async function getOrganization(ctx: Context, id: string): Promise<Organization> {
  const found = await organizations(ctx).where('id', '=', id).executeTakeFirst();
  if (!found) throw kernelFail('kernel.not-found', { what: '这个机构' });
  return found;
}

/** Finds a present organisation by its code, else by its full or short name within a region. */
export async function findOrganization(ctx: Context, by: { code?: string | null; name?: string; regionCode?: string }): Promise<Organization | undefined> {
  if (by.code) {
    const found = await organizations(ctx).where('code', '=', by.code).where('validTo', 'is', null).executeTakeFirst();
    if (found) return found;
  }
  if (by.name === undefined) return undefined;
  return organizations(ctx).where((eb) => eb.or([eb('name', '=', by.name ?? ''), eb('shortName', '=', by.name ?? '')])).where('validTo', 'is', null)
    .$if(by.regionCode !== undefined, (query) => query.where('regionCode', '=', by.regionCode?.padEnd(12, '0') ?? ''))
    .orderBy('path').executeTakeFirst();
}

/** Organisations by id, for lists that name them. */
export async function listOrganizationsById(ctx: Context, ids: readonly string[]): Promise<Map<string, Organization>> {
  if (ids.length === 0) return new Map();
  const rows = await organizations(ctx).where('id', 'in', [...ids]).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export interface NewOrganization {
  /** Told when the caller needs to know it beforehand. */
  id?: string;
  parent: { id: string; path: string } | null;
  name: string;
  shortName?: string | null;
  code?: string | null;
  kind: Organization['kind'];
  /** 6, 9 or 12 digits. */
  regionCode: string;
  duties?: string | null;
  validFrom?: string;
}

/** Adds an organisation to the batch, as of today; gives it. Breaks of its unique names become refusals at the commit. */
export function addOrganization(ctx: Context, batch: WriteBatch, input: NewOrganization): { id: string; path: string } {
  const id = input.id ?? createId();
  const path = `${input.parent?.path ?? '/'}${id}/`;
  const name = input.name.normalize('NFC').trim();
  writesFor<OrganizationTables>(batch).insert('organization.organization', {
    id, parentId: input.parent?.id ?? null, path, name, shortName: input.shortName?.trim() || null, code: input.code?.trim() || null, kind: input.kind,
    regionCode: input.regionCode.padEnd(12, '0'), duties: input.duties?.trim() || null,
    validFrom: input.validFrom ?? chinaDate(ctx.kernel.clock.now()), validTo: null,
  });
  explainViolations(batch, input);
  return { id, path };
}

/** What a broken unique name or code says to the officer. */
export function explainViolations(batch: WriteBatch, input: { name: string; code?: string | null }): void {
  batch.onViolation('organization_name', () => fail('organization.name-taken', { name: input.name }));
  batch.onViolation('organization_code', () => fail('organization.code-taken', { code: input.code ?? '' }));
}
