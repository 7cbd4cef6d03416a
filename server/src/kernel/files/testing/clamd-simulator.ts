import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A harmless file that every scanner must find, in two halves so that this source is not one. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** A clamd that knows one signature, EICAR's, speaking VERSION and INSTREAM. */
export interface ClamdSimulator {
  /** `127.0.0.1:port`, for `CLAMAV_ADDRESS`. */
  address: string;
  /** Signatures loaded or not; without, everything is OK, as with the real one. */
  signatures: boolean;
  close(): Promise<void>;
}

/** Starts the simulator on a free loopback port. */
export async function startClamdSimulator(): Promise<ClamdSimulator> {
  const simulator = { signatures: true };
  const server: Server = createServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (data) => {
      received = Buffer.concat([received, data]);
      answer(socket, received, simulator.signatures);
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve, reject) => { server.close((error) => { if (error) reject(error); else resolve(); }); });
  return Object.assign(simulator, { address: `127.0.0.1:${port}`, close });
}

function answer(socket: Socket, received: Buffer, signatures: boolean): void {
  const end = received.indexOf(0);
  if (end < 0) return;
  const command = received.toString('latin1', 0, end);
  if (command === 'zVERSION') {
    socket.end(signatures ? 'ClamAV 1.4.2/27500/Fri Nov 20 08:00:00 2026\0' : 'ClamAV 1.4.2\0');
    return;
  }
  const content = readChunks(received.subarray(end + 1));
  if (content) socket.end(signatures && content.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
}

/** The streamed content once its closing empty chunk has come. */
function readChunks(bytes: Buffer): Buffer | undefined {
  const parts: Buffer[] = [];
  for (let at = 0; at + 4 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
