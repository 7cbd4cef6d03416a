import type { Context } from '../../../kernel/context.ts';
import { listDictionaries } from '../../../kernel/dictionary/index.ts';
import type { Audience, LifeStage } from '../contract.ts';
import { lifeStageOf } from '../item-columns.ts';
import { answerOnce } from '../search/recent-answers.ts';

/** Items named at a stage, those used most. */
const NAMED = 3;

const dictionaryOf = { person: 'person-life-stage', company: 'company-life-stage' } as const;

interface Row { stage: string; itemCount: number; items: LifeStage['items'] }

/**
 * The stages in the life of a person and of a company in their order, each with the number of published items and the most
 * used of them; a stage nothing is offered at is among them with none, so that a life is told whole (CAT-07).
 */
export async function listLifeStages(ctx: Context, audiences: readonly Audience[]): Promise<LifeStage[]> {
  return answerOnce(ctx.kernel, `life stages ${audiences.join()}`, async () => {
    const lists = await listDictionaries(ctx.kernel, audiences.map((audience) => dictionaryOf[audience]));
    const stages = audiences.flatMap((audience) => (lists.get(dictionaryOf[audience])?.entries ?? [])
      .flatMap(({ code, name, active }) => (active ? [{ audience, code, name, stage: lifeStageOf(audience, code) }] : [])));
    const found = await countByStage(ctx, stages.map(({ stage }) => stage));
    return stages.map(({ stage, ...named }) => ({ ...named, itemCount: found.get(stage)?.itemCount ?? 0, items: found.get(stage)?.items ?? [] }));
  });
}

async function countByStage(ctx: Context, stages: readonly string[]): Promise<ReadonlyMap<string, Row>> {
  const { rows } = await ctx.kernel.db.pool.query<Row>(
    `SELECT asked.stage, counted.count AS "itemCount", named.items
     FROM unnest($1::text[]) AS asked(stage)
     CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM catalog.item_search WHERE life_stages @> ARRAY[asked.stage]) counted
     CROSS JOIN LATERAL (SELECT coalesce(json_agg(json_build_object('itemId', first.item_id, 'name', first.name)), '[]') AS items
       FROM (SELECT item_id, name FROM catalog.item_search WHERE life_stages @> ARRAY[asked.stage] ORDER BY popularity DESC, item_id LIMIT $2) first) named`,
    [stages, NAMED]);
  return new Map(rows.map((row) => [row.stage, row]));
}
