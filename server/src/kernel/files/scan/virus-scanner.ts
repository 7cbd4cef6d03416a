import { connect, type Socket } from 'node:net';

/** What a virus scanner says of a file; `not-scanned` when there is no scanner that could tell. */
export type ScanVerdict = { status: 'clean' } | { status: 'infected'; signature: string } | { status: 'not-scanned'; reason: string };

/** Looks into files for viruses. Never throws: what cannot be scanned is not scanned. */
export interface VirusScanner {
  scan(content: Buffer): Promise<ScanVerdict>;
}

/** The scanner of an installation that has none. */
export const noScanner: VirusScanner = { scan: async () => ({ status: 'not-scanned', reason: 'no scanner is configured' }) };

const chunkBytes = 64 * 1024;
const timeoutMilliseconds = 20_000;

/**
 * Scans with a clamd server (`host:port`). A clamd without signatures answers OK to everything, so its version line, which
 * then lacks the signature number, is asked first and such a server counts as none.
 */
export function createClamdScanner(address: string): VirusScanner {
  return {
    async scan(content) {
      try {
        const version = await ask(address, 'zVERSION\0');
        if (!/^ClamAV [^/]+\/\d+\//.test(version)) return { status: 'not-scanned', reason: `scanner has no signatures: ${version.slice(0, 80)}` };
        return readVerdict(await ask(address, 'zINSTREAM\0', content));
      } catch (error) {
        return { status: 'not-scanned', reason: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}

function readVerdict(answer: string): ScanVerdict {
  if (answer === 'stream: OK') return { status: 'clean' };
  const found = /^stream: (.+) FOUND$/.exec(answer);
  return found ? { status: 'infected', signature: found[1] ?? '' } : { status: 'not-scanned', reason: answer.slice(0, 200) };
}

/** Sends one command, with a stream of length-prefixed chunks where there is content, and gives the answer. */
function ask(address: string, command: string, content?: Buffer): Promise<string> {
  const [host, port] = splitAddress(address);
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    let answer = '';
    socket.setTimeout(timeoutMilliseconds, () => socket.destroy(new Error('the scanner does not answer')));
    socket.on('error', reject);
    socket.on('data', (data) => { answer += data.toString('utf8'); });
    socket.on('close', () => { resolve(answer.replace(/\0.*$/s, '').trim()); });
    socket.on('connect', () => {
      socket.write(command);
      if (content) sendStream(socket, content);
    });
  });
}

function sendStream(socket: Socket, content: Buffer): void {
  for (let at = 0; at < content.length; at += chunkBytes) {
    const chunk = content.subarray(at, at + chunkBytes);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    socket.write(length);
    socket.write(chunk);
  }
  socket.write(Buffer.alloc(4));
}

function splitAddress(address: string): [string, number] {
  const at = address.lastIndexOf(':');
  return [address.slice(0, at), Number(address.slice(at + 1))];
}
