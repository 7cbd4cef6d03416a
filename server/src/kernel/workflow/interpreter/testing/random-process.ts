import fc from 'fast-check';
import type { MultiInstance, ProcessModel, ProcessNode, SequenceFlow } from '@tongban/bpmn-model';

/** A well-structured process as people would draw it; every split closes with its own join. */
export type Block =
  | { readonly kind: 'task' | 'timer' | 'service' }
  | { readonly kind: 'sequence' | 'exclusive' | 'parallel' | 'inclusive'; readonly parts: readonly Block[] }
  | { readonly kind: 'loop' | 'sub' | 'parallel-instances' | 'sequential-instances'; readonly body: Block }
  | { readonly kind: 'countersign'; readonly count: number; readonly sequential: boolean };

/** Arbitrary blocks nested at most `depth` deep. */
export function arbitraryBlock(depth: number): fc.Arbitrary<Block> {
  const leaf = fc.oneof(
    { weight: 6, arbitrary: fc.constant<Block>({ kind: 'task' }) },
    { weight: 1, arbitrary: fc.constantFrom<Block>({ kind: 'timer' }, { kind: 'service' }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('countersign' as const), count: fc.integer({ min: 0, max: 3 }), sequential: fc.boolean() }) },
  );
  if (depth === 0) return leaf;
  const inner = arbitraryBlock(depth - 1);
  const splits = fc.record({
    kind: fc.constantFrom('sequence' as const, 'exclusive' as const, 'parallel' as const, 'inclusive' as const),
    parts: fc.array(inner, { minLength: 2, maxLength: 3 }),
  });
  const wrapped = fc.record({
    kind: fc.constantFrom('loop' as const, 'loop' as const, 'sub' as const, 'parallel-instances' as const, 'sequential-instances' as const),
    body: inner,
  });
  return fc.oneof({ weight: 1, arbitrary: leaf }, { weight: 3, arbitrary: splits }, { weight: 2, arbitrary: wrapped });
}

/** Which way a gateway goes at its nth visit: reproducible, so that an oracle can follow. */
export class Oracle {
  readonly seed: number;
  readonly visits = new Map<string, number>();

  constructor(seed: number) {
    this.seed = seed;
  }

  /** Registers a visit and yields a number that decides it; after a few visits of a loop, always 0. */
  decide(gateway: string): number {
    const visit = (this.visits.get(gateway) ?? 0) + 1;
    this.visits.set(gateway, visit);
    let hash = this.seed ^ (visit * 2654435761);
    for (const letter of gateway) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
    return gateway.startsWith('loop') && visit > 4 ? 0 : Math.abs(hash >> 3);
  }

  private readonly current = new Map<string, number>();

  /** Evaluates `gateway:index:count`; the first flow's condition counts as the visit. */
  readonly evaluate = (expression: string): unknown => {
    const [gateway = '', index = '0', count = '1'] = expression.split(':');
    if (/^\d+$/.test(expression)) return Number(expression);
    if (index === '0') this.current.set(gateway, this.decide(gateway));
    return takes(gateway, this.current.get(gateway) ?? 0, Number(index), Number(count));
  };
}

/** Tells whether a decision takes the flow at `index`; the last flow is the default, taken when no other is. */
function takes(gateway: string, decision: number, index: number, count: number): boolean {
  if (gateway.startsWith('loop')) return decision % 3 === 1;
  return gateway.startsWith('exclusive') ? decision % count === index : ((decision >> index) & 1) === 1;
}

export interface Built {
  readonly model: ProcessModel;
  /** How often each task node is entered, as the structure says. */
  expect(oracle: Oracle): Map<string, number>;
}

/** Draws the blocks as a process between a start and an end. */
export function build(block: Block): Built {
  // generated blocks may share objects, and names are kept per object
  const root: Block = JSON.parse(JSON.stringify(block));
  const nodes: ProcessNode[] = [];
  const flows: SequenceFlow[] = [];
  const names = new Map<Block, string>();
  let count = 0;

  const connect = (from: string, to: string, condition?: string) =>
    flows.push({ id: `${from}>${to}#${flows.length}`, from, to, ...(condition === undefined ? {} : { condition }) });

  function draw(block: Block, scope: string | undefined): { first: string; last: string } {
    const id = `${block.kind}${++count}`;
    names.set(block, id);
    const inside = scope === undefined ? {} : { scope };
    const user = { kind: 'user-task', step: 'custom', candidates: [{ role: 'r' }], noHandler: 'administrator', ...inside } as const;
    const end = { first: id, last: id };
    switch (block.kind) {
      case 'task':
        nodes.push({ ...user, id });
        return end;
      case 'countersign':
        nodes.push({ ...user, id, multi: { collection: String(block.count), ...(block.sequential ? { sequential: true } : {}) } });
        return end;
      case 'timer':
        nodes.push({ kind: 'timer', id, timer: { type: 'duration', value: 'P1D' }, ...inside });
        return end;
      case 'service':
        nodes.push({ kind: 'service-task', id, handler: 'h', ...inside });
        return end;
      case 'sequence': {
        const drawn = block.parts.map((part) => draw(part, scope));
        drawn.slice(1).forEach((part, index) => connect(drawn[index]?.last ?? '', part.first));
        return { first: drawn[0]?.first ?? '', last: drawn.at(-1)?.last ?? '' };
      }
      case 'loop': {
        const body = draw(block.body, scope);
        const entry = `entry-${id}`;
        nodes.push({ kind: 'exclusive', id: entry, ...inside });
        connect(entry, body.first);
        connect(body.last, id);
        connect(id, entry, `${id}:0:1`);
        nodes.push({ kind: 'exclusive', id, ...inside });
        return { first: entry, last: id };
      }
      case 'sub':
      case 'parallel-instances':
      case 'sequential-instances': {
        const multi: { multi?: MultiInstance } =
          block.kind === 'sub' ? {} : { multi: { collection: '2', ...(block.kind === 'sequential-instances' ? { sequential: true } : {}) } };
        nodes.push({ kind: 'sub-process', id, ...inside, ...multi });
        drawContent(block.body, id);
        return end;
      }
      default:
        return drawSplit(block.kind, block.parts, id, scope);
    }
  }

  function drawSplit(kind: 'exclusive' | 'parallel' | 'inclusive', parts: readonly Block[], id: string, scope: string | undefined): { first: string; last: string } {
    const join = `join-${id}`;
    const inside = scope === undefined ? {} : { scope };
    const drawn = parts.map((part) => draw(part, scope));
    drawn.forEach((part, index) => {
      connect(id, part.first, kind === 'parallel' || index === parts.length - 1 ? undefined : `${id}:${index}:${parts.length}`);
      connect(part.last, join);
    });
    const fallback = kind === 'parallel' ? undefined : flows.findLast((flow) => flow.from === id)?.id;
    nodes.push({ kind, id, ...inside, ...(fallback === undefined ? {} : { default: fallback }) }, { kind, id: join, ...inside });
    return { first: id, last: join };
  }

  function drawContent(block: Block, scope: string | undefined): void {
    const suffix = scope ?? 'process';
    const inside = scope === undefined ? {} : { scope };
    nodes.push({ kind: 'start', id: `start-${suffix}`, ...inside }, { kind: 'end', id: `end-${suffix}`, ...inside });
    const drawn = draw(block, scope);
    connect(`start-${suffix}`, drawn.first);
    connect(drawn.last, `end-${suffix}`);
  }

  drawContent(root, undefined);
  // the way out of a loop is its default; it is known only once the loop has been connected
  const finished = nodes.map((node): ProcessNode => {
    const exit = node.id.startsWith('loop') ? flows.find((flow) => flow.from === node.id && flow.condition === undefined) : undefined;
    return node.kind === 'exclusive' && exit !== undefined ? { ...node, default: exit.id } : node;
  });
  return { model: { format: 1, id: 'random', nodes: finished, flows }, expect: (oracle) => expectTasks(root, names, oracle) };
}

function expectTasks(root: Block, names: ReadonlyMap<Block, string>, oracle: Oracle): Map<string, number> {
  const entered = new Map<string, number>();
  walk(root);
  return entered;

  function walk(block: Block): void {
    const id = names.get(block) ?? '';
    switch (block.kind) {
      case 'task':
        return count(id, 1);
      case 'countersign':
        return count(id, block.count);
      case 'timer':
      case 'service':
        return;
      case 'sequence':
      case 'parallel':
        return block.parts.forEach(walk);
      case 'sub':
        return walk(block.body);
      case 'parallel-instances':
      case 'sequential-instances':
        walk(block.body);
        return walk(block.body);
      case 'loop':
        do walk(block.body);
        while (takes(id, oracle.decide(id), 0, 1));
        return;
      default: {
        const decision = oracle.decide(id);
        const others = block.parts.slice(0, -1).map((part, index) => ({ part, taken: takes(id, decision, index, block.parts.length) })).filter((one) => one.taken);
        const chosen = others.length === 0 ? block.parts.slice(-1) : others.map((one) => one.part);
        return chosen.forEach(walk);
      }
    }
  }

  function count(id: string, times: number): void {
    if (times > 0) entered.set(id, (entered.get(id) ?? 0) + times);
  }
}
