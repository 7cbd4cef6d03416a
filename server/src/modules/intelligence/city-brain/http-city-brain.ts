import { Type } from '@tongban/contract-kit';
import { Value } from 'typebox/value';
import { askEngine, baseOf, EngineRefused } from '../../../kernel/engines/index.ts';
import { Indicator, type CityBrain } from './city-brain.ts';

const About = Type.Object({ name: Type.String({ minLength: 1, maxLength: 60 }), version: Type.String({ maxLength: 60 }) });
const Found = Type.Object({ indicator: Type.Union([Indicator, Type.Null()]) });
const call = { service: '城市大脑接口', timeoutMs: 10_000, mostBytes: 256 * 1024 } as const;

/** Asks a city brain behind `{base}` what it is. @throws Error when it does not answer by the contract of the module's README */
export async function connectCityBrain(url: string): Promise<CityBrain> {
  const base = baseOf(url);
  const about = await askEngine({ ...call, timeoutMs: 5_000 }, `${base}/engine`);
  if (!Value.Check(About, about)) throw new EngineRefused('城市大脑接口没有按约定说明自己的名称和版本');
  return {
    ...about,
    push: async (id, push) => { await askEngine(call, `${base}/${push.kind === 'indicators' ? 'indicators' : 'events'}`, { id, ...push }); },
    find: async (code) => {
      const answer = await askEngine({ ...call, timeoutMs: 5_000 }, `${base}/indicators/${encodeURIComponent(code)}`);
      if (!Value.Check(Found, answer)) throw new EngineRefused('城市大脑接口的答复格式不正确');
      return answer.indicator ?? undefined;
    },
  };
}
