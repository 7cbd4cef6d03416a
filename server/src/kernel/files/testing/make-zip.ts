import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a zip made for a test; `declaredSize` lies about its inflated size, `encrypted` only sets the flag. */
export interface ZipPart {
  name: string;
  content: Buffer | string;
  declaredSize?: number;
  encrypted?: boolean;
}

/** Writes a zip container by hand, so that tests can make broken ones. */
export function makeZip(parts: readonly ZipPart[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const { head, central, body } = describe(part, offset);
    local.push(head, body);
    directory.push(central);
    offset += head.length + body.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, central, end]);
}

function describe(part: ZipPart, offset: number): { head: Buffer; central: Buffer; body: Buffer } {
  const content = Buffer.from(part.content);
  const body = deflateRawSync(content);
  const name = Buffer.from(part.name);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(0x0800 | (part.encrypted ? 1 : 0), 2);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(crc(content), 10);
  common.writeUInt32LE(body.length, 14);
  common.writeUInt32LE(part.declaredSize ?? content.length, 18);
  common.writeUInt16LE(name.length, 22);
  const head = Buffer.concat([signature(0x04034b50), common, name]);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  const central = Buffer.concat([signature(0x02014b50), Buffer.from([20, 0]), common, tail, name]);
  return { head, central, body };
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function crc(content: Buffer): number {
  return crc32(content);
}
