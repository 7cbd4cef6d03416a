import { listHolders } from '../../kernel/access/list-holders.ts';
import type { Context } from '../../kernel/context.ts';
import type { WriteBatch } from '../../kernel/db/index.ts';
import { sendMessage, sendToStaff, sendSmsToMobile } from '../../kernel/messaging/index.ts';
import { listHandlers } from './handlers.ts';
import { aboutOf, decryptContact, type MatterRecord } from './record.ts';

/** The facts of a matter that messages need. */
export type ToldMatter = Pick<MatterRecord, 'id' | 'number' | 'itemName' | 'content' | 'regionCode' | 'organizationPath' | 'officerId'
  | 'reporterKind' | 'reporterId' | 'reporterNameCipher' | 'mobileCipher'>;

interface Told { key: string; dedupe: string; more?: Readonly<Record<string, string>> }

const mostTold = 20;

const variablesOf = (row: ToldMatter, more: Told['more']): Record<string, string> => ({ matterId: row.id, matterNumber: row.number, matterAbout: aboutOf(row), ...more });

/** Tells officers of a matter; whoever causes it knows. */
export async function tellStaff(ctx: Context, batch: WriteBatch, row: ToldMatter, staffIds: readonly string[], { key, dedupe, more }: Told): Promise<void> {
  await sendToStaff(ctx, batch, staffIds.filter((id) => id !== ctx.actor.id), { templateKey: `stuck-matters.${key}`, dedupeKey: `${key}:${row.id}:${dedupe}`, variables: variablesOf(row, more) });
}

/** Those who assign matters of its place, the nearest first. */
export async function assignersOf(ctx: Context, row: ToldMatter): Promise<string[]> {
  return listHolders(ctx, 'stuck-matters.matter.assign', row, mostTold);
}

/** Those who look through what was answered. */
export async function auditorsOf(ctx: Context, row: ToldMatter): Promise<string[]> {
  return listHolders(ctx, 'stuck-matters.matter.audit', row, mostTold);
}

/** Those it lies with: the officer who has it, else those of the office who may take it. */
export async function handlersOf(ctx: Context, row: ToldMatter): Promise<string[]> {
  if (row.officerId !== null) return [row.officerId];
  if (row.organizationPath === '') return [];
  return (await listHandlers(ctx, { organizationPath: row.organizationPath, most: mostTold })).map(({ id }) => id);
}

/** Tells the one who reported: in-site and by SMS, or by SMS alone who has no account. */
export async function tellReporter(ctx: Context, batch: WriteBatch, row: ToldMatter, { key, dedupe, more }: Told): Promise<void> {
  const message = { templateKey: `stuck-matters.${key}`, dedupeKey: `${key}:${row.id}:${dedupe}`, variables: variablesOf(row, more) };
  if (row.reporterKind !== 'caller' && row.reporterId !== null) await sendMessage(ctx, batch, { ...message, recipient: { kind: row.reporterKind, id: row.reporterId } });
  else await sendSmsToMobile(ctx, batch, { ...message, mobile: decryptContact(ctx, row).mobile });
}

/** As much of a text as a message shows. */
export function short(text: string): string {
  return [...text].slice(0, 180).join('');
}
