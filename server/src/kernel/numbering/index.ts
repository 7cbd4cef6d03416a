import type { Kernel } from '../context.ts';

/** Numbers that one draw from a block sequence reserves for this process. */
export const blockSize = 64;

interface Block { next: number; end: number }

const blocks = new WeakMap<object, Map<string, Block>>();
const draws = new WeakMap<object, Map<string, Promise<void>>>();

function of<V>(maps: WeakMap<object, Map<string, V>>, kernel: Kernel): Map<string, V> {
  let map = maps.get(kernel.db.pool);
  if (!map) maps.set(kernel.db.pool, map = new Map<string, V>());
  return map;
}

async function draw(kernel: Kernel, sequence: string): Promise<void> {
  const { rows } = await kernel.db.pool.query<{ block: number }>('SELECT nextval($1::regclass) AS block', [sequence]);
  const first = Number(rows[0]?.block ?? 0) * blockSize + 1;
  of(blocks, kernel).set(sequence, { next: first, end: first + blockSize });
}

/**
 * The next number of a block sequence: unique until the sequence cycles, from 1 on, growing, with gaps when a process ends.
 * A block is fetched at a time, so most calls cost no query.
 */
export async function nextSerial(kernel: Kernel, sequence: string): Promise<number> {
  const held = of(blocks, kernel);
  const drawing = of(draws, kernel);
  for (;;) {
    const block = held.get(sequence);
    if (block && block.next < block.end) return block.next++;
    let pending = drawing.get(sequence);
    if (!pending) {
      pending = draw(kernel, sequence).finally(() => drawing.delete(sequence));
      drawing.set(sequence, pending);
    }
    await pending;
  }
}

/** The next number of a plain sequence, a query each: for numbers that people count, which should go on one after another. */
export async function nextNumber(kernel: Kernel, sequence: string): Promise<number> {
  const { rows } = await kernel.db.pool.query<{ number: string }>('SELECT nextval($1::regclass) AS number', [sequence]);
  return Number(rows[0]?.number);
}
