import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A line to a database server that a test can cut and mend, as a restart or a broken network does. */
export interface CuttableLine {
  /** The same database by way of the line. */
  connectionString: string;
  /** Breaks every open connection and refuses new ones. */
  cut(): Promise<void>;
  /** Lets connections through again. */
  mend(): Promise<void>;
}

/** Lays a line on loopback in front of the server that `connectionString` names; `mend` before use is not needed. */
export async function layLine(connectionString: string): Promise<CuttableLine> {
  const target = new URL(connectionString);
  const open = new Set<Socket>();
  const relay = createServer((incoming) => {
    const outgoing = connect(Number(target.port || 5432), target.hostname);
    for (const [from, to] of [[incoming, outgoing], [outgoing, incoming]] as const) {
      open.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => { open.delete(from); to.destroy(); });
    }
  });
  const listen = async (port: number): Promise<void> => {
    relay.listen(port, '127.0.0.1');
    await once(relay, 'listening');
  };
  await listen(0);
  const address = relay.address();
  if (typeof address !== 'object' || address === null) throw new Error('a TCP server has a numeric address');
  const near = new URL(connectionString);
  near.hostname = '127.0.0.1';
  near.port = String(address.port);
  return {
    connectionString: near.href,
    cut: async () => {
      const closed = once(relay, 'close');
      relay.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
    mend: () => listen(address.port),
  };
}
