import { Type } from '@tongban/contract-kit';
import { Value } from 'typebox/value';
import { SmsRefused, type SmsChannel } from './channel.ts';

const Receipts = Type.Object({
  items: Type.Array(Type.Object({
    id: Type.String(), state: Type.Union([Type.Literal('delivered'), Type.Literal('failed')]), at: Type.String(), reason: Type.Optional(Type.String()),
  })),
  cursor: Type.String(),
});

const timeoutMs = 10_000;

/**
 * Sends through an HTTP gateway: `POST {base}/messages` with `{id, mobile, text}`, `GET {base}/receipts?after=`.
 * 2xx is accepted, other 4xx than 408 and 429 is refused for good, anything else is retried.
 */
export function createHttpGateway(baseUrl: string): SmsChannel {
  const base = baseUrl.replace(/\/+$/, '');
  return {
    async send({ id, mobile, text }) {
      const response = await fetch(`${base}/messages`, {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id, mobile, text }), signal: AbortSignal.timeout(timeoutMs),
      });
      const answer = (await response.text()).slice(0, 300);
      if (response.ok) return undefined;
      const message = `短信网关答复 ${response.status}：${answer}`;
      if (response.status >= 400 && response.status < 500 && response.status !== 408 && response.status !== 429) throw new SmsRefused(message);
      throw new Error(message);
    },
    async receipts(cursor) {
      const response = await fetch(`${base}/receipts?after=${encodeURIComponent(cursor)}`, { signal: AbortSignal.timeout(timeoutMs) });
      if (!response.ok) throw new Error(`短信网关答复 ${response.status}`);
      const answer: unknown = await response.json();
      if (!Value.Check(Receipts, answer)) throw new Error('短信网关的回执格式不正确');
      return answer;
    },
  };
}
