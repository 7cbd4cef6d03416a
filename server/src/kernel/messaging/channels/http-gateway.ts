import { Type } from '@tongban/contract-kit';
import { Value } from 'typebox/value';
import { askEngine, baseOf, EngineRefused } from '../../engines/index.ts';
import { MessageRefused, type ChannelAdapter } from './adapter.ts';

const Receipts = Type.Object({
  items: Type.Array(Type.Object({
    id: Type.String(), state: Type.Union([Type.Literal('delivered'), Type.Literal('failed'), Type.Literal('read')]), at: Type.String(), reason: Type.Optional(Type.String()),
  }), { maxItems: 1000 }),
  cursor: Type.String({ maxLength: 200 }),
});
const Account = Type.Object({ address: Type.String({ minLength: 1, maxLength: 200 }) });

/**
 * Sends through an HTTP gateway, whatever the channel: `POST {base}/messages` with `{id, to, title, text, link}`,
 * `GET {base}/receipts?after=`, `POST {base}/bindings` with `{code}` for `{address}`. 2xx is accepted, other 4xx than 408 and
 * 429 is refused for good, anything else is retried (docs/manuals/messages.md).
 */
export function createHttpGateway(baseUrl: string, name: string): ChannelAdapter {
  const base = baseOf(baseUrl);
  const call = { service: `${name}网关`, timeoutMs: 10_000, mostBytes: 1024 * 1024 };
  return {
    async send({ id, to, title, text, link }) {
      try {
        await askEngine(call, `${base}/messages`, { id, to, title, text, link });
      } catch (error) {
        if (error instanceof EngineRefused) throw new MessageRefused(error.message);
        throw error;
      }
      return undefined;
    },
    async receipts(cursor) {
      const answer = await askEngine(call, `${base}/receipts?after=${encodeURIComponent(cursor)}`);
      if (!Value.Check(Receipts, answer)) throw new Error(`${name}网关的回执格式不正确`);
      return answer;
    },
    async findAccount(code) {
      try {
        const answer = await askEngine(call, `${base}/bindings`, { code });
        return Value.Check(Account, answer) ? answer.address : undefined;
      } catch (error) {
        if (error instanceof EngineRefused) return undefined;
        throw error;
      }
    },
  };
}
