import type { Context } from '../../../kernel/context.ts';
import { describeOcr } from '../../recognition/index.ts';
import { cityBrainOf, nlpEngineOf, noteFailure, type Connection } from '../connect.ts';
import type { EngineKind, EngineStatus } from '../contract.ts';
import { engineKindLabels } from '../contract.ts';
import { fail } from '../errors.ts';
import type { NlpEngine } from '../nlp/engine.ts';

interface Told { variable: string; use: string; without: string }

const told: Readonly<Record<EngineKind, Told>> = {
  'ocr': { variable: 'OCR_ENGINE_URL', use: '读上传的材料，与申请表和证照比对', without: '只检查图像质量，内容由人工核对' },
  'nlp': { variable: 'NLP_ENGINE_URL', use: '搜不到事项时按语义推荐“您是不是要办”', without: '按字面相近推荐' },
  'city-brain': { variable: 'CITY_BRAIN_URL', use: '每 10 分钟推送办件数量，推送红黄牌预警；查询城市指标', without: '不推送，数据仍在平台里' },
};

function present(kind: EngineKind, connection: Connection<{ name: string; version: string }>): EngineStatus {
  const base = { kind, state: connection.state, name: null, version: null, reason: null, ...told[kind] };
  if (connection.state === 'ready') return { ...base, name: connection.engine.name, version: connection.engine.version };
  return connection.state === 'away' ? { ...base, reason: connection.reason } : base;
}

/** Which capabilities of others are connected, and whether they can be used now (DEC-09). */
export async function listEngines(ctx: Context): Promise<EngineStatus[]> {
  const [ocr, nlp, brain] = await Promise.all([describeOcr(ctx), nlpEngineOf(ctx.kernel), cityBrainOf(ctx.kernel)]);
  return [present('ocr', ocr), present('nlp', nlp), present('city-brain', brain)];
}

function requireReady<E>(kind: EngineKind, connection: Connection<E>): E {
  const what = engineKindLabels[kind];
  if (connection.state === 'none') throw fail('intelligence.no-engine', { what, variable: told[kind].variable });
  if (connection.state === 'away') throw fail('intelligence.engine-away', { what, reason: connection.reason });
  return connection.engine;
}

/** Uses a service, and tells in Chinese when it is not there or fails. @throws intelligence.no-engine, intelligence.engine-away */
async function using<E, R>(ctx: Context, kind: 'nlp' | 'city-brain', connection: Connection<E>, use: (engine: E) => Promise<R>): Promise<R> {
  const engine = requireReady(kind, connection);
  try {
    return await use(engine);
  } catch (error) {
    noteFailure(ctx.kernel, kind, error);
    const now = kind === 'nlp' ? await nlpEngineOf(ctx.kernel) : await cityBrainOf(ctx.kernel);
    throw fail('intelligence.engine-away', { what: engineKindLabels[kind], reason: now.state === 'away' ? now.reason : '' });
  }
}

/** Asks the language engine. @throws intelligence.no-engine, intelligence.engine-away */
export async function askNlp<R>(ctx: Context, use: (engine: NlpEngine) => Promise<R>): Promise<R> {
  return using(ctx, 'nlp', await nlpEngineOf(ctx.kernel), use);
}

/** The latest value of a figure of the city. @throws intelligence.no-engine, intelligence.engine-away, intelligence.indicator-not-found */
export async function findIndicator(ctx: Context, code: string) {
  const indicator = await using(ctx, 'city-brain', await cityBrainOf(ctx.kernel), (brain) => brain.find(code));
  if (!indicator) throw fail('intelligence.indicator-not-found', { code });
  return indicator;
}
