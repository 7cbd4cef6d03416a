import { sql } from 'kysely';
import type { Page, QueryOf } from '@tongban/contract-kit';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, cursorInstant, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { familyOf } from '../material-record.ts';
import { findSubstitutionState, type SubstitutionAction } from '../states.ts';
import { describeConditions } from '../substitutes.ts';
import { getSubstitution, termsOf, type SubstitutionRecord } from '../substitution-record.ts';
import type { listSubstitutions as operation, Substitution } from '../substitution.contract.ts';
import type { MaterialsTables } from '../tables.ts';
import { countUses } from './count-uses.ts';
import { mayDo } from './view-material.ts';

type Query = QueryOf<typeof operation>;

/** Substitution rules, the last changed first; those of a material with the rules of what was merged into it. */
export async function findSubstitutions(ctx: Context, { limit = 20, cursor, state, materialId, licenceTypeCode }: Query): Promise<Page<Substitution>> {
  let query = tablesOf<MaterialsTables>(ctx.kernel.db).selectFrom('materials.substitution').selectAll()
    .orderBy('updatedAt', 'desc').orderBy('id', 'desc').limit(limit + 1);
  if (state !== undefined) query = query.where('state', '=', state);
  if (licenceTypeCode !== undefined) query = query.where('licenceTypeCode', '=', licenceTypeCode);
  if (materialId !== undefined) query = query.where('materialId', 'in', await familyOf(ctx.kernel, materialId));
  if (cursor !== undefined) {
    const [at, id] = decodeCursor(cursor, 2);
    query = query.where(sql<boolean>`(date_trunc('milliseconds', updated_at), id) < (${cursorInstant(at)}::timestamptz, ${cursorId(id)}::uuid)`);
  }
  const rows = await query.execute();
  const present = await presenterFor(ctx, rows);
  return pageOf(rows, limit, ({ updatedAt, id }) => [updatedAt.toISOString(), id], present);
}

/** One rule as it is now. @throws materials.substitution-not-found */
export async function viewSubstitution(ctx: Context, id: string): Promise<Substitution> {
  const record = await getSubstitution(ctx, id);
  return (await presenterFor(ctx, [record]))(record);
}

function abilitiesOf(ctx: Context, record: SubstitutionRecord): Substitution['abilities'] {
  const { regionCode, organizationPath, proposedById } = record;
  const proposes = mayDo(ctx, 'materials.substitution.edit', { regionCode });
  const can = (action: SubstitutionAction): boolean => findSubstitutionState(record.state, action) !== undefined;
  return {
    edit: can('edit') && proposes, submit: can('submit') && proposes, replace: can('replace') && proposes, end: can('end') && proposes,
    review: can('approve') && proposedById !== ctx.actor.id && mayDo(ctx, 'materials.substitution.review', { regionCode, organizationPath }),
  };
}

/** The material that each rule is about now: the one that stands for it since a merge. */
async function findTargets(ctx: Context, materialIds: readonly string[]): Promise<Map<string, { id: string; code: string; name: string }>> {
  if (materialIds.length === 0) return new Map();
  const rows = await tablesOf<MaterialsTables>(ctx.kernel.db).selectFrom('materials.material as m')
    .innerJoin('materials.material as kept', (join) => join.on(sql<boolean>`kept.id = coalesce(m.merged_into, m.id)`))
    .select(['m.id as from', 'kept.id', 'kept.code', 'kept.name']).where('m.id', 'in', materialIds).execute();
  return new Map(rows.map(({ from, ...target }) => [from, target]));
}

async function presenterFor(ctx: Context, rows: readonly SubstitutionRecord[]): Promise<(record: SubstitutionRecord) => Substitution> {
  const targets = await findTargets(ctx, [...new Set(rows.map(({ materialId }) => materialId))]);
  const uses = await countUses(ctx.kernel, [...new Set([...targets.values()].map(({ id }) => id))]);
  return (record) => {
    const material = targets.get(record.materialId) ?? { id: record.materialId, code: '', name: '' };
    const { id, licenceTypeName, state, revision, replacesId, proposedByName, reviewedByName, reviewOpinion, endReason } = record;
    return {
      id, material, licenceTypeName, terms: termsOf(record), conditions: describeConditions(record), state, revision, replacesId,
      itemCount: uses.get(material.id) ?? 0, proposedByName, reviewedByName, reviewOpinion, endReason,
      effectiveAt: record.effectiveAt?.toISOString() ?? null, endedAt: record.endedAt?.toISOString() ?? null, updatedAt: record.updatedAt.toISOString(),
      abilities: abilitiesOf(ctx, record),
    };
  };
}
