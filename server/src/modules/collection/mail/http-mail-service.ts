import { Type } from '@tongban/contract-kit';
import { Value } from 'typebox/value';
import type { Kernel } from '../../../kernel/context.ts';
import { askEngine, baseOf, EngineRefused } from '../../../kernel/engines/index.ts';
import { Registered, TrackedEvent, type MailService } from './mail-service.ts';

const call = { service: '邮寄服务接口', timeoutMs: 10_000, mostBytes: 256 * 1024 } as const;
const Tracked = Type.Object({ events: Type.Array(TrackedEvent, { maxItems: 500 }) });

/** The mail service behind `MAIL_SERVICE_URL`, by the contract of the module's README; undefined where there is none. */
export function mailServiceOf({ config }: Pick<Kernel, 'config'>): MailService | undefined {
  if (config.mailServiceUrl === undefined) return undefined;
  const base = baseOf(config.mailServiceUrl);
  return {
    register: async (parcel) => {
      const answer = await askEngine(call, `${base}/shipments`, parcel);
      if (!Value.Check(Registered, answer)) throw new EngineRefused('邮寄服务接口的答复格式不正确');
      return answer;
    },
    track: async (trackingNumber) => {
      const answer = await askEngine(call, `${base}/shipments/${encodeURIComponent(trackingNumber)}`);
      if (!Value.Check(Tracked, answer)) throw new EngineRefused('邮寄服务接口的答复格式不正确');
      return answer.events;
    },
  };
}
