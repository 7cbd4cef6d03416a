import type { BodyOf } from '@tongban/contract-kit';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, violatedConstraint, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { nextSerial } from '../../../kernel/numbering/index.ts';
import { findOrganization, listOrganizationsById } from '../../../kernel/organization/index.ts';
import { listLicenceGivers } from '../../catalog/index.ts';
import type { changeLicenceTypeState as stateOperation, createLicenceType as createOperation, editLicenceType as editOperation } from '../contract.ts';
import { fail } from '../errors.ts';
import type { LicenceType, LicenceTypeContent } from '../licence-type.contract.ts';
import { countLicences } from '../queries/licence-type-list.ts';
import { findTypeState, typeActionLabels, typeStateLabels } from '../states.ts';
import type { LicencesTables } from '../tables.ts';
import { authorizeManage, getTypeRecord, refuseTypeFaults, tellCatalog, tidyContent } from '../type-record.ts';

const tables = (ctx: Context) => tablesOf<LicencesTables>(ctx.kernel.db);

interface Issuer { issuerId: string; issuerName: string; organizationPath: string; regionCode: string }

/** The issuing organisation of a content, still there and within the actor's reach. @throws licences.type-issuer, licences.type-outside */
async function requireIssuer(ctx: Context, issuerId: string | null): Promise<Issuer> {
  const found = issuerId === null ? undefined : (await listOrganizationsById(ctx, [issuerId])).get(issuerId);
  if (!found || found.validTo !== null) throw fail('licences.type-issuer');
  const issuer = { issuerId: found.id, issuerName: found.name, organizationPath: found.path, regionCode: found.regionCode };
  authorizeManage(ctx, issuer);
  return issuer;
}

/** @throws licences.type-code-taken naming who has it */
async function requireFreeTypeCode(ctx: Context, typeCode: string, code: string | undefined): Promise<void> {
  const other = await tables(ctx).selectFrom('licences.licenceType').select(['code', 'name']).where('typeCode', '=', typeCode).executeTakeFirst();
  if (other && other.code !== code) throw fail('licences.type-code-taken', { typeCode, name: other.name });
}

function columnsOf(ctx: Context, definition: LicenceType) {
  return { name: definition.name, typeCode: definition.typeCode, definition, updatedByName: ctx.actor.name, updatedAt: ctx.kernel.clock.now() };
}

function typeOf(code: string, { issuerId: _issuerId, ...content }: LicenceTypeContent): LicenceType {
  return { code, ...content };
}

/** Refuses what two people write at once by the table's own rules. */
function newBatch({ code, typeCode }: LicenceType): WriteBatch {
  return new WriteBatch().onViolation('licence_type_pkey', () => fail('licences.type-taken', { code }))
    .onViolation('licence_type_code_key', () => fail('licences.type-code-taken', { typeCode, name: '另一种证照' }));
}

/**
 * Adds a type to the licence catalogue, for items to give from now on (LIC-01); gives its code.
 * @throws licences.type-faults, licences.type-issuer, licences.type-outside, licences.type-taken, licences.type-code-taken
 */
export async function createLicenceType(ctx: Context, input: BodyOf<typeof createOperation>): Promise<string> {
  const content = tidyContent(input.content);
  refuseTypeFaults(content);
  const issuer = await requireIssuer(ctx, content.issuerId);
  await requireFreeTypeCode(ctx, content.typeCode, undefined);
  const type = typeOf(input.code ?? `ZZ-${String(await nextSerial(ctx.kernel, 'licences.type_block')).padStart(6, '0')}`, content);
  const batch = newBatch(type);
  const columns = columnsOf(ctx, type);
  writesFor<LicencesTables>(batch).insert('licences.licenceType', { code: type.code, ...columns, ...issuer, stateReason: null, createdByName: columns.updatedByName, createdAt: columns.updatedAt });
  tellCatalog(batch, type, false);
  recordAudit(ctx, batch, { action: 'licences.create-type', objectType: 'licence-type', objectId: type.code, detail: { name: type.name, typeCode: type.typeCode } });
  await commit(ctx, batch);
  return type.code;
}

/**
 * Changes a type for the licences issued from now on; issued ones keep their face, dates and number.
 * @throws licences.type-stale, licences.type-code-fixed and what `createLicenceType` throws
 */
export async function editLicenceType(ctx: Context, code: string, { revision, ...input }: BodyOf<typeof editOperation>): Promise<void> {
  const record = await getTypeRecord(ctx, code);
  authorizeManage(ctx, record);
  if (record.revision !== revision) throw fail('licences.type-stale');
  requireTypeState(record.state, 'edit');
  const content = tidyContent(input.content);
  refuseTypeFaults(content);
  const issuer = await requireIssuer(ctx, content.issuerId);
  if (content.typeCode !== record.typeCode) {
    if (((await countLicences(ctx.kernel, [code])).get(code) ?? 0) > 0) throw fail('licences.type-code-fixed', { typeCode: record.typeCode });
    await requireFreeTypeCode(ctx, content.typeCode, code);
  }
  const type = typeOf(code, content);
  const batch = newBatch(type);
  writesFor<LicencesTables>(batch).update('licences.licenceType', { ...columnsOf(ctx, type), ...issuer, revision: revision + 1 }, { code, revision, state: record.state },
    { expected: 1, otherwise: () => fail('licences.type-stale') });
  tellCatalog(batch, type, false);
  recordAudit(ctx, batch, { action: 'licences.edit-type', objectType: 'licence-type', objectId: code, detail: { name: type.name, revision: revision + 1 } });
  await commit(ctx, batch);
}

/** The state after the action. @throws licences.type-state-refused */
function requireTypeState(state: Parameters<typeof findTypeState>[0], action: Parameters<typeof findTypeState>[1]) {
  const next = findTypeState(state, action);
  if (next === undefined) throw fail('licences.type-state-refused', { state: typeStateLabels[state], action: typeActionLabels[action] });
  return next;
}

/**
 * Takes a type out of use, or back: no item may be given a retired one; cases on their way and licences issued keep it.
 * @throws licences.type-in-use naming the published items that give it, licences.type-reason-missing, licences.type-state-refused, licences.type-stale
 */
export async function changeLicenceTypeState(ctx: Context, code: string, { revision, action, reason }: BodyOf<typeof stateOperation>): Promise<void> {
  const record = await getTypeRecord(ctx, code);
  authorizeManage(ctx, record);
  if (record.revision !== revision) throw fail('licences.type-stale');
  const state = requireTypeState(record.state, action);
  const stateReason = reason?.trim() || null;
  if (action === 'retire') {
    if (stateReason === null) throw fail('licences.type-reason-missing');
    await refuseWhileGiven(ctx, code);
  }
  const batch = new WriteBatch();
  writesFor<LicencesTables>(batch).update('licences.licenceType', { state, stateReason, revision: revision + 1, updatedByName: ctx.actor.name, updatedAt: ctx.kernel.clock.now() }, { code, revision, state: record.state },
    { expected: 1, otherwise: () => fail('licences.type-stale') });
  tellCatalog(batch, record.definition, state === 'retired');
  recordAudit(ctx, batch, { action: action === 'retire' ? 'licences.retire-type' : 'licences.restore-type', objectType: 'licence-type', objectId: code, detail: { name: record.name, reason: stateReason } });
  await commit(ctx, batch);
}

/** Names of items in a refusal. */
const named = 5;

async function refuseWhileGiven(ctx: Context, code: string): Promise<void> {
  const givers = (await listLicenceGivers(ctx.kernel, code)).filter(({ state }) => state === 'published');
  if (givers.length === 0) return;
  const items = givers.slice(0, named).map(({ name, departmentName }) => `“${name}”（${departmentName}）`).join('、');
  throw fail('licences.type-in-use', { count: givers.length, items: givers.length > named ? `${items}等` : items });
}

/** Adds a type that comes with the platform or its demonstration, unless the catalogue has one of this code: what people changed stays. */
export async function addLicenceType(ctx: Context, type: LicenceType): Promise<void> {
  const known = await tables(ctx).selectFrom('licences.licenceType').select('code').where('code', '=', type.code).executeTakeFirst();
  if (known) return;
  const issuer = await findOrganization(ctx, { code: type.typeCode.slice(0, 18) });
  const batch = new WriteBatch();
  const columns = columnsOf(ctx, type);
  writesFor<LicencesTables>(batch).insert('licences.licenceType', {
    code: type.code, ...columns, stateReason: null, createdByName: columns.updatedByName, createdAt: columns.updatedAt,
    ...(issuer ? { issuerId: issuer.id, issuerName: issuer.name, organizationPath: issuer.path, regionCode: issuer.regionCode } : { issuerId: null, issuerName: null, organizationPath: '', regionCode: '' }),
  });
  tellCatalog(batch, type, false);
  try {
    await commit(ctx, batch);
  } catch (error) {
    // Another process has just added it.
    if (violatedConstraint(error) !== 'licence_type_pkey') throw error;
  }
}
