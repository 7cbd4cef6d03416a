import { maskMobile, maskName, maskNumbersIn } from '@tongban/identifiers';
import type { Selectable } from 'kysely';
import { holds, requirePerson, requireScope } from '../../kernel/access/index.ts';
import { liesInScope } from '../../kernel/access/scope-filter.ts';
import type { Context } from '../../kernel/context.ts';
import { tablesOf } from '../../kernel/db/index.ts';
import { fail as kernelFail } from '../../kernel/errors/kernel-errors.ts';
import { personalDataCipher } from '../../kernel/personal-data/index.ts';
import { fail } from './errors.ts';
import type { StuckMattersTables } from './tables.ts';

export type MatterRecord = Selectable<StuckMattersTables['stuckMatters.matter']>;

const nameColumn = 'stuck_matters.matter.reporter_name';
const mobileColumn = 'stuck_matters.matter.mobile';

/** Whose reports the signed-in person makes: one's own, or those of whom one acts for. @throws kernel.mandate-ended */
export function reporterOf(ctx: Context): { kind: 'person' | 'company'; id: string; name: string } {
  const actor = requirePerson(ctx);
  if (actor.mandateLapsed) throw kernelFail('kernel.mandate-ended');
  return actor.actingFor ?? { kind: 'person', id: actor.id, name: actor.name };
}

/** The columns that keep who reported: encrypted, and masked for everyday reading. A company's name is public. */
export function contactColumns(ctx: Context, matterId: string, { kind, name, mobile }: { kind: MatterRecord['reporterKind']; name: string; mobile: string }) {
  const cipher = personalDataCipher(ctx.kernel);
  return {
    reporterNameMasked: kind === 'company' ? name : maskName(name), reporterNameCipher: cipher.encrypt(nameColumn, matterId, name),
    mobileMasked: maskMobile(mobile), mobileCipher: cipher.encrypt(mobileColumn, matterId, mobile),
  };
}

/** Name and mobile in full; whoever calls records the reading. */
export function decryptContact(ctx: Context, row: Pick<MatterRecord, 'id' | 'reporterNameCipher' | 'mobileCipher'>): { name: string; mobile: string } {
  const cipher = personalDataCipher(ctx.kernel);
  return { name: cipher.decrypt(nameColumn, row.id, row.reporterNameCipher), mobile: cipher.decrypt(mobileColumn, row.id, row.mobileCipher) };
}

/** What was said, as offices read it every day: without the numbers of persons. */
export function shownContent({ content }: Pick<MatterRecord, 'content'>): string {
  return maskNumbersIn(content);
}

/** What a message or a list says of a matter: its item, else the beginning of what was said. */
export function aboutOf(row: Pick<MatterRecord, 'itemName' | 'content'>): string {
  if (row.itemName !== null) return row.itemName;
  const said = [...shownContent(row)];
  return said.length > 30 ? `${said.slice(0, 29).join('')}…` : said.join('');
}

/** Whether the officer may see a matter: by scope, or because it was registered by or given to the officer. */
export function maySeeMatter(ctx: Context, row: MatterRecord): boolean {
  if (ctx.actor.kind === 'system') return true;
  if (!holds(ctx.actor, 'stuck-matters.matter.view')) return false;
  const { id } = ctx.actor;
  return [row.officerId, row.companionId, row.registeredById].includes(id) || liesInScope(requireScope(ctx, 'stuck-matters.matter.view'), ctx.actor, row);
}

/** Whether the officer holds a right over a matter by scope. */
export function hasRight(ctx: Context, permission: string, row: MatterRecord): boolean {
  return holds(ctx.actor, permission) && liesInScope(requireScope(ctx, permission), ctx.actor, row);
}

/** Whether the matter lies with this officer: personally, or with the officer's office while nobody has taken it. */
export function isHandler({ actor }: Context, row: MatterRecord): boolean {
  if (actor.kind !== 'staff' || !holds(actor, 'stuck-matters.matter.handle')) return false;
  if (row.officerId !== null) return row.officerId === actor.id;
  return row.organizationPath !== '' && actor.organizationPath.startsWith(row.organizationPath);
}

/** A matter that the officer may see. @throws stuck-matters.matter-not-found */
export async function getMatterRecord(ctx: Context, id: string): Promise<MatterRecord> {
  const row = await unsafeFindMatter(ctx, id);
  if (!row || !maySeeMatter(ctx, row)) throw fail('stuck-matters.matter-not-found');
  return row;
}

/** A matter that the signed-in person, or whom the person acts for, reported. @throws stuck-matters.matter-not-found */
export async function getOwnRecord(ctx: Context, id: string): Promise<MatterRecord> {
  const reporter = reporterOf(ctx);
  const row = await unsafeFindMatter(ctx, id);
  if (row?.reporterId !== reporter.id || row.reporterKind !== reporter.kind) throw fail('stuck-matters.matter-not-found');
  return row;
}

/** A matter without asking who wants it. */
export async function unsafeFindMatter(ctx: Context, id: string): Promise<MatterRecord | undefined> {
  return tablesOf<StuckMattersTables>(ctx.kernel.db).selectFrom('stuckMatters.matter').selectAll().where('id', '=', id).executeTakeFirst();
}
