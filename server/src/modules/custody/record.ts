import { sql, type RawBuilder, type Selectable } from 'kysely';
import { holds, requireScope, requireStaff, singleScopes, type SingleScope, type StaffActor } from '../../kernel/access/index.ts';
import { liesInScope, regionPrefix } from '../../kernel/access/scope-filter.ts';
import type { Context } from '../../kernel/context.ts';
import { tablesOf } from '../../kernel/db/index.ts';
import { fail } from './errors.ts';
import type { CustodyTables } from './tables.ts';

export type EnvelopeRecord = Selectable<CustodyTables['custody.envelope']>;
export type BatchRecord = Selectable<CustodyTables['custody.batch']>;
export type RuleRecord = Selectable<CustodyTables['custody.rule']>;
export type MaterialRecord = Selectable<CustodyTables['custody.material']>;

/** Who the rule lets sign, as far as it names anybody. */
export type Signers = Pick<RuleRecord, 'postCodes' | 'signerIds'>;

const view = 'custody.envelope.view';
const like = (text: string): string => `${text.replace(/[\\%_]/g, '\\$&')}%`;

function within(actor: StaffActor, scope: SingleScope): RawBuilder<boolean> {
  switch (scope.kind) {
    case 'all': return sql<boolean>`true`;
    case 'region': return sql<boolean>`e.region_code LIKE ${like(regionPrefix(scope.regionCode))}`;
    case 'organization': return sql<boolean>`EXISTS (SELECT FROM unnest(e.paths) p WHERE p LIKE ${like(scope.organizationPath)})`;
    case 'own': return sql<boolean>`e.paths @> ARRAY[${actor.organizationPath}]`;
  }
}

/** The condition for envelopes `e` that the officer may see: by scope, or because the rule names the officer as signer. */
export function visible(ctx: Context): RawBuilder<boolean> {
  const staff = requireStaff(ctx);
  const scopes = singleScopes(requireScope(ctx, view)).map((scope) => within(staff, scope));
  return sql<boolean>`(${sql.join(scopes, sql` OR `)} OR EXISTS (SELECT FROM custody.rule r WHERE r.id = e.rule_id AND r.signer_ids @> ARRAY[${staff.id}::uuid]))`;
}

/** Envelopes that the officer may see. */
export function envelopesOf(ctx: Context) {
  return tablesOf<CustodyTables>(ctx.kernel.db).selectFrom('custody.envelope as e').selectAll('e').where(visible(ctx));
}

/** An envelope the officer may see. @throws custody.envelope-not-found */
export async function getEnvelopeRecord(ctx: Context, id: string): Promise<EnvelopeRecord> {
  const row = await envelopesOf(ctx).where('e.id', '=', id).executeTakeFirst();
  if (!row) throw fail('custody.envelope-not-found');
  return row;
}

/** Batches that the officer may see: of either side, or with an envelope that the officer may see. */
export function batchesOf(ctx: Context) {
  return tablesOf<CustodyTables>(ctx.kernel.db).selectFrom('custody.batch as b').selectAll('b')
    .where(sql<boolean>`EXISTS (SELECT FROM custody.batch_envelope be JOIN custody.envelope e ON e.id = be.envelope_id WHERE be.batch_id = b.id AND ${visible(ctx)})`);
}

/** @throws custody.batch-not-found */
export async function getBatchRecord(ctx: Context, id: string): Promise<BatchRecord> {
  const row = await batchesOf(ctx).where('b.id', '=', id).executeTakeFirst();
  if (!row) throw fail('custody.batch-not-found');
  return row;
}

/** Whether the officer hands over what an organisation holds. */
export function maySendFor(ctx: Context, { path, regionCode }: { path: string; regionCode: string }): boolean {
  const permission = 'custody.envelope.send';
  return holds(ctx.actor, permission) && liesInScope(requireScope(ctx, permission), ctx.actor, { organizationPath: path, regionCode });
}

/** Whether the officer is among those who may sign: on the way to the department as its rule says, otherwise whoever works where it goes. */
export function maySign(ctx: Context, row: Pick<EnvelopeRecord, 'leg' | 'destinationPath'>, signers: Signers | undefined): boolean {
  const { actor } = ctx;
  if (actor.kind !== 'staff' || !holds(actor, 'custody.envelope.sign')) return false;
  const there = actor.organizationPath.startsWith(row.destinationPath);
  if (row.leg !== 'forward' || !signers || signers.postCodes.length + signers.signerIds.length === 0) return there;
  return signers.signerIds.includes(actor.id) || (there && signers.postCodes.some((code) => actor.postCodes.includes(code)));
}

/** The same as a condition on envelopes `e` that wait for a signature, for lists. */
export function waitsForSignature(ctx: Context): RawBuilder<boolean> {
  const staff = requireStaff(ctx);
  if (!holds(staff, 'custody.envelope.sign')) return sql<boolean>`false`;
  const there = sql<boolean>`starts_with(${staff.organizationPath}::text, e.destination_path)`;
  const listed = sql<boolean>`EXISTS (SELECT FROM custody.rule r WHERE r.id = e.rule_id AND (r.signer_ids @> ARRAY[${staff.id}::uuid] OR (${there} AND r.post_codes && ${[...staff.postCodes]}::text[])))`;
  const unlisted = sql<boolean>`NOT EXISTS (SELECT FROM custody.rule r WHERE r.id = e.rule_id AND cardinality(r.post_codes) + cardinality(r.signer_ids) > 0)`;
  return sql<boolean>`(e.state = 'in-transit' AND e.handed_over_by_id <> ${staff.id}::uuid AND (${listed} AND e.leg = 'forward' OR ${there} AND (e.leg <> 'forward' OR ${unlisted})))`;
}

/** Signers by rule. */
export async function readSigners(ctx: Context, ruleIds: readonly string[]): Promise<Map<string, Signers>> {
  if (ruleIds.length === 0) return new Map();
  const rows = await tablesOf<CustodyTables>(ctx.kernel.db).selectFrom('custody.rule').select(['id', 'postCodes', 'signerIds']).where('id', 'in', [...new Set(ruleIds)]).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Materials in their order, by envelope. */
export async function readMaterialsByEnvelope(ctx: Context, envelopeIds: readonly string[]): Promise<Map<string, MaterialRecord[]>> {
  const found = new Map<string, MaterialRecord[]>(envelopeIds.map((id) => [id, []]));
  if (envelopeIds.length === 0) return found;
  const rows = await tablesOf<CustodyTables>(ctx.kernel.db).selectFrom('custody.material').selectAll().where('envelopeId', 'in', [...envelopeIds]).orderBy('envelopeId').orderBy('position').execute();
  for (const row of rows) found.get(row.envelopeId)?.push(row);
  return found;
}
