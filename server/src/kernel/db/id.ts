import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';
import { machineMilliseconds } from '../clock/index.ts';

// Random bytes are drawn for 256 ids at a time: a submission makes some thirty, and each draw costs more than the id.
const bytes = new Uint8Array(16 * 256);
let used = bytes.length;
let milliseconds = 0;
let sequence = 0;

function nextBytes(): Uint8Array {
  if (used === bytes.length) {
    randomFillSync(bytes);
    used = 0;
  }
  return bytes.subarray(used, used += 16);
}

/** A new UUID version 7: sorts by creation time, also within one process and millisecond, so that primary keys append. */
export function createId(): string {
  const random = nextBytes();
  const now = machineMilliseconds();
  if (now > milliseconds) {
    milliseconds = now;
    // Half of the 32-bit sequence is left for the ids of this millisecond.
    sequence = new DataView(random.buffer, random.byteOffset).getUint32(6) & 0x7fff_ffff;
  } else {
    sequence += 1;
  }
  return v7({ random, msecs: milliseconds, seq: sequence });
}

/** Whether a text is the id of a row: anything else asked of a column of ids is a fault of the statement. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
