import type { Server } from 'node:http';
import { createSimulator } from '../../../kernel/engines/index.ts';
import type { TrackedEvent } from '../mail/mail-service.ts';

export interface MailSimulator {
  server: Server;
  /** What it registered by our id; the same id once. */
  parcels: Map<string, { trackingNumber: string; body: Readonly<Record<string, unknown>> }>;
  /** While set, everything is answered with this status. */
  fail: number | undefined;
  /** Lets something happen to a parcel. */
  happen: (trackingNumber: string, event: TrackedEvent) => void;
}

/** Makes a runnable mail service for tests and rehearsals, by the contract of the module's README; parcels move on by `POST /events`. */
export function createMailSimulator(): MailSimulator {
  const events = new Map<string, TrackedEvent[]>();
  const simulator: MailSimulator = {
    server: undefined as never, parcels: new Map(), fail: undefined,
    happen: (trackingNumber, event) => { events.set(trackingNumber, [...events.get(trackingNumber) ?? [], event]); },
  };
  const broken = () => ({ status: simulator.fail ?? 503, body: { message: '演练的故障' } });
  simulator.server = createSimulator({
    'POST /shipments': ({ body }) => {
      if (simulator.fail !== undefined) return broken();
      if (typeof body?.['id'] !== 'string') return { status: 400, body: { message: '需要 id' } };
      const known = simulator.parcels.get(body['id']) ?? { trackingNumber: `EM${String(simulator.parcels.size + 1).padStart(9, '0')}CN`, body };
      simulator.parcels.set(body['id'], known);
      return { body: { trackingNumber: known.trackingNumber, carrier: '邮政速递（模拟）' } };
    },
    'GET /shipments/*': ({ rest }) => (simulator.fail === undefined ? { body: { events: events.get(rest) ?? [] } } : broken()),
    'POST /events': ({ body }) => {
      const { trackingNumber, ...event } = (body ?? {}) as TrackedEvent & { trackingNumber: string };
      simulator.happen(trackingNumber, event);
      return { body: {} };
    },
  });
  return simulator;
}
