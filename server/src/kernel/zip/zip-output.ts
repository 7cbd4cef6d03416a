import { PassThrough, type Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** The same content gives the same bytes, whenever it is written. */
const options = { mtime: new Date(Date.UTC(2026, 0, 1)), forceDosTimestamp: true, compressionLevel: 6 };

/** A zip container that is written while it is read; whatever fails on the way destroys `output`. */
export class ZipOutput {
  readonly #zip = new ZipFile();
  readonly #output = new PassThrough();

  constructor() {
    this.#zip.on('error', (error: Error) => { this.#output.destroy(error); });
    this.#zip.outputStream.pipe(this.#output);
  }

  /** Adds a part that is held in memory. */
  add(name: string, content: string | Buffer): void {
    this.#zip.addBuffer(typeof content === 'string' ? Buffer.from(content) : content, name, options);
  }

  /** Adds a part that is opened when its turn comes. */
  stream(name: string, open: () => Promise<NodeJS.ReadableStream>): void {
    this.#zip.addReadStreamLazy(name, options, (done) => {
      const fail = (error: Error): void => { this.#zip.emit('error', error); };
      open().then((stream) => { done(null, stream.on('error', fail)); }, fail);
    });
  }

  /** No more parts; the bytes to read. */
  finish(): Readable {
    this.#zip.end();
    return this.#output;
  }
}
