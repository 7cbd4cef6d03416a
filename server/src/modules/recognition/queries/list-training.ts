import type { Page, QueryOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, cursorInstant, cursorNumber, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { describeOcr } from '../ocr/describe-ocr.ts';
import type { RecognitionTables } from '../tables.ts';
import type { listModels, listSamples, ModelVersion, RecognitionOverview, Sample } from '../training.contract.ts';
import { servesAll } from './list-types.ts';
import { modelColumns, presentModel } from './model-record.ts';
import { presentSample } from './sample-record.ts';
import { listTypeNames } from './type-record.ts';

const tables = (ctx: Context) => tablesOf<RecognitionTables>(ctx.kernel.db);

/** Labelled samples, newest first. */
export async function findSamples(ctx: Context, { typeCode, origin, limit = 50, cursor }: QueryOf<typeof listSamples>): Promise<Page<Sample>> {
  let query = tables(ctx).selectFrom('recognition.sample').selectAll();
  if (typeCode) query = query.where('typeCode', '=', typeCode);
  if (origin) query = query.where('origin', '=', origin);
  if (cursor) {
    const [at, id] = decodeCursor(cursor, 2);
    query = query.where(sql<boolean>`(labelled_at, id) < (${cursorInstant(at)}::timestamptz, ${cursorId(id)}::uuid)`);
  }
  const [rows, types] = await Promise.all([query.orderBy('labelledAt', 'desc').orderBy('id', 'desc').limit(limit + 1).execute(), listTypeNames(ctx)]);
  const names = new Map(types.map(({ code, name }) => [code, name]));
  return pageOf(rows, limit, (row) => [row.labelledAt.toISOString(), row.id], (row) => presentSample(ctx, row, names));
}

/** Versions of the classifier, newest first. */
export async function findModels(ctx: Context, { limit = 50, cursor }: QueryOf<typeof listModels>): Promise<Page<ModelVersion>> {
  let query = tables(ctx).selectFrom('recognition.model').select(modelColumns);
  if (cursor) {
    const [number] = decodeCursor(cursor, 1);
    query = query.where('number', '<', cursorNumber(number));
  }
  const rows = await query.orderBy('number', 'desc').limit(limit + 1).execute();
  return pageOf(rows, limit, (row) => [String(row.number)], presentModel);
}

const monthMs = 30 * 86_400_000;

function hintOf(found: Awaited<ReturnType<typeof describeOcr>>): string {
  switch (found.state) {
    case 'ready': return '';
    case 'none': return '没有接入文字识别：安装 tesseract-ocr 和 tesseract-ocr-chi-sim，或者用 OCR_ENGINE_URL 接入本市的识别服务。在此之前只检查图像质量，内容由人工核对。';
    case 'away': return `文字识别接口没有应答：${found.reason}。上传的材料先等待，多次失败后由人工核对。`;
  }
}

/** Which engine would read now, and what was read of late. */
export async function readOverview(ctx: Context): Promise<RecognitionOverview> {
  const since = new Date(ctx.kernel.clock.now().getTime() - monthMs);
  const [found, figures, active] = await Promise.all([
    describeOcr(ctx),
    tables(ctx).selectFrom('recognition.reading').select([
      sql<number>`count(*) FILTER (WHERE state = 'done')::int`.as('read'), sql<number>`count(*) FILTER (WHERE state = 'failed')::int`.as('failed'), sql<number>`count(correction_cipher)::int`.as('corrected'),
      sql<number | null>`percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM finished_at - requested_at)) FILTER (WHERE state = 'done')`.as('median'),
    ]).where('finishedAt', '>=', since).executeTakeFirstOrThrow(),
    tables(ctx).selectFrom('recognition.model').select('number').where('state', '=', 'active').executeTakeFirst(),
  ]);
  return {
    engine: found.state === 'ready' ? { name: found.engine.name, version: found.engine.version } : null, engineHint: hintOf(found), read: figures.read, failed: figures.failed, corrected: figures.corrected,
    medianSeconds: figures.median === null ? null : Math.round(Number(figures.median) * 10) / 10, activeModel: active?.number ?? null,
    abilities: { edit: servesAll(ctx, 'recognition.catalogue.edit'), train: servesAll(ctx, 'recognition.model.train') },
  };
}
