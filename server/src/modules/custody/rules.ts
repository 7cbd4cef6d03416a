import { requireScope, requireStaff } from '../../kernel/access/index.ts';
import { liesInScope, scopeFilter } from '../../kernel/access/scope-filter.ts';
import { recordAudit } from '../../kernel/audit/index.ts';
import { commit } from '../../kernel/commit.ts';
import type { Context } from '../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../kernel/db/index.ts';
import { fail as kernelFail } from '../../kernel/errors/kernel-errors.ts';
import { listOrganizationsById } from '../../kernel/organization/index.ts';
import { getPublishedItem } from '../catalog/index.ts';
import { momentLabels, type HandOverRule, type RuleInput } from './contract.ts';
import { fail } from './errors.ts';
import type { RuleRecord } from './record.ts';
import type { CustodyTables } from './tables.ts';
import { listSigners } from './tell.ts';

const place = { organizationPath: 'r.organizationPath', regionCode: 'r.regionCode' };

function present(row: RuleRecord): HandOverRule {
  const { id, version, moment, days, signDays, postCodes, signers, updatedByName } = row;
  return {
    id, version, moment, days, signDays, postCodes, signers, updatedByName, item: row.itemId === null ? null : { id: row.itemId, name: row.itemName ?? '' },
    organization: { id: row.organizationId, name: row.organizationName }, receiver: row.receiverId === null ? null : { id: row.receiverId, name: row.receiverName ?? '' }, updatedAt: row.updatedAt.toISOString(),
  };
}

const tables = (ctx: Context) => tablesOf<CustodyTables>(ctx.kernel.db);

/** The rules of the departments in the officer's scope: of departments first, then of their items. */
export async function findRules(ctx: Context): Promise<HandOverRule[]> {
  const rows = await tables(ctx).selectFrom('custody.rule as r').selectAll('r').where(scopeFilter(requireScope(ctx, 'custody.rule.view'), ctx.actor, place)).orderBy('r.organizationName').orderBy('r.itemName', (order) => order.asc().nullsFirst()).execute();
  return rows.map(present);
}

async function findRule(ctx: Context, id: string): Promise<RuleRecord | undefined> {
  return tables(ctx).selectFrom('custody.rule').selectAll().where('id', '=', id).executeTakeFirst();
}

function requireOwn(ctx: Context, row: { organizationPath: string; regionCode: string }): void {
  if (!liesInScope(requireScope(ctx, 'custody.rule.edit'), ctx.actor, row)) throw kernelFail('kernel.forbidden');
}

type Target = Pick<RuleRecord, 'itemId' | 'itemName' | 'organizationId' | 'organizationName' | 'organizationPath' | 'regionCode'>;

/** What the rule is about; a rule that exists stays about what it was made for. */
async function targetOf(ctx: Context, known: RuleRecord | undefined, { itemId, organizationId }: RuleInput): Promise<Target> {
  if (known) return known;
  const item = itemId === undefined ? undefined : (await getPublishedItem(ctx, itemId).catch(() => { throw fail('custody.unknown-item'); })).elements;
  const ofId = item?.organizationId ?? organizationId;
  if (ofId === undefined) throw fail('custody.rule-target');
  const organization = (await listOrganizationsById(ctx, [ofId])).get(ofId);
  if (!organization) throw fail('custody.unknown-organization');
  return {
    itemId: itemId ?? null, itemName: item?.name ?? null, organizationId: organization.id, organizationName: organization.name, organizationPath: organization.path, regionCode: organization.regionCode,
  };
}

type Receiver = Pick<RuleRecord, 'receiverId' | 'receiverName' | 'receiverPath' | 'postCodes' | 'signers' | 'signerIds'>;

async function receiverOf(ctx: Context, { moment, receiverId, postCodes, signerIds }: RuleInput): Promise<Receiver> {
  if (moment === 'none') return { receiverId: null, receiverName: null, receiverPath: null, postCodes: [], signers: [], signerIds: [] };
  if (receiverId === undefined) throw fail('custody.receiver-needed');
  const receiver = (await listOrganizationsById(ctx, [receiverId])).get(receiverId);
  if (!receiver || receiver.validTo !== null) throw fail('custody.unknown-organization');
  const ids = [...new Set(signerIds)];
  // Nobody lies below this path: only those who are named are found.
  const found = ids.length === 0 ? [] : await listSigners(ctx, { path: '#', ids, most: ids.length });
  if (found.length < ids.length) throw fail('custody.unknown-signer');
  return { receiverId: receiver.id, receiverName: receiver.name, receiverPath: receiver.path, postCodes: [...new Set(postCodes)], signers: found.map(({ id, name }) => ({ id, name })), signerIds: found.map(({ id }) => id) };
}

/**
 * Adds or changes the rule by which paper of an item, or of all items of a department, travels (材料递交规则, INT-12).
 * @throws custody.rule-stale, .rule-exists, .rule-target, .unknown-item, .unknown-organization, .receiver-needed, .unknown-signer, forbidden
 */
export async function saveRule(ctx: Context, id: string, input: RuleInput): Promise<HandOverRule> {
  const staff = requireStaff(ctx);
  const known = await findRule(ctx, id);
  if (known ? known.version !== input.version : input.version !== undefined) throw fail(known ? 'custody.rule-stale' : 'custody.rule-not-found');
  const target = await targetOf(ctx, known, input);
  requireOwn(ctx, target);
  const { itemId, itemName, organizationId, organizationName, organizationPath, regionCode } = target;
  const row: RuleRecord = {
    id, version: (known?.version ?? 0) + 1, itemId, itemName, organizationId, organizationName, organizationPath, regionCode, moment: input.moment, days: input.days, signDays: input.signDays,
    ...await receiverOf(ctx, input), updatedByName: staff.name, updatedAt: ctx.kernel.clock.now(),
  };
  const batch = new WriteBatch();
  const writes = writesFor<CustodyTables>(batch);
  const exists = () => fail('custody.rule-exists', { target: itemName === null ? `${organizationName}的全部事项` : `“${itemName}”` });
  if (known) writes.update('custody.rule', row, { id, version: known.version }, { expected: 1, otherwise: () => fail('custody.rule-stale') });
  else writes.insert('custody.rule', row);
  batch.onViolation('rule_item', exists).onViolation('rule_organization', exists).onViolation('rule_pkey', () => fail('custody.rule-stale'));
  recordAudit(ctx, batch, { action: 'custody.save-rule', objectType: 'custody-rule', objectId: id, detail: { target: itemName ?? organizationName, moment: momentLabels[row.moment], days: row.days, receiver: row.receiverName } });
  await commit(ctx, batch);
  return present(row);
}

/** Removes a rule; envelopes that it opened go their way. @throws custody.rule-not-found, .rule-stale, forbidden */
export async function removeRule(ctx: Context, id: string, version: number): Promise<void> {
  const known = await findRule(ctx, id);
  if (!known) throw fail('custody.rule-not-found');
  requireOwn(ctx, known);
  const batch = new WriteBatch();
  writesFor<CustodyTables>(batch).delete('custody.rule', { id, version }, { expected: 1, otherwise: () => fail('custody.rule-stale') });
  recordAudit(ctx, batch, { action: 'custody.remove-rule', objectType: 'custody-rule', objectId: id, detail: { target: known.itemName ?? known.organizationName } });
  await commit(ctx, batch);
}
