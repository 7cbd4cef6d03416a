import type { Context, Kernel } from '../../context.ts';
import { readRowsAlone } from '../../db/index.ts';

/** An organisation as a merger names it. */
export interface MergedOrganization { readonly id: string; readonly name: string; readonly path: string }

/** One organisation goes into another, which goes on with its work. */
export interface Merger { readonly id: string; readonly from: MergedOrganization; readonly to: MergedOrganization; readonly at: Date }

/** Runs SQL inside the merger's transaction. */
export type RunText = (text: string, values: readonly unknown[]) => Promise<unknown[]>;

/** What a module moves of its own when an organisation is merged into another; a module brings them by `mergers`. */
export interface MergerContribution {
  /** `module.things`. */
  readonly name: string;
  /** What administrators read, e.g. 在办办件. */
  readonly label: string;
  /** How many would move now. */
  count(ctx: Pick<Context, 'kernel'>, from: MergedOrganization): Promise<number>;
  /** Moves them, all or none with everything else; gives how many. */
  move(run: RunText, merger: Merger): Promise<number>;
}

const known = new WeakMap<Kernel, readonly MergerContribution[]>();

/** Tells what the modules move; once, when the platform is put together. */
export function setMergerContributions(kernel: Kernel, contributions: readonly MergerContribution[]): void {
  known.set(kernel, contributions);
}

export function mergerContributionsOf(kernel: Kernel): readonly MergerContribution[] {
  return known.get(kernel) ?? [];
}

const names = ['fromId', 'fromName', 'fromPath', 'toId', 'toName', 'toPath', 'mergerId', 'at'] as const;
type Named = Readonly<Partial<Record<(typeof names)[number], unknown>>>;

/** Puts values in the place of `:fromId` and the like. @throws Error for a name without a value */
function bind(text: string, named: Named): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const bound = text.replace(new RegExp(`(?<!:):(${names.join('|')})\\b`, 'g'), (_all, name: string) => {
    const value = named[name as keyof Named];
    if (value === undefined) throw new Error(`a merger has no ${name} here`);
    return `$${values.push(value)}`;
  });
  return { text: bound, values };
}

const namedFrom = ({ id, name, path }: MergedOrganization): Named => ({ fromId: id, fromName: name, fromPath: path });

/**
 * Makes a contribution out of SQL of the module's own tables. `count` gives one row with `count`; `move` gives one row a thing that
 * moved; further statements go before it. Names such as `:fromId`, `:toPath` stand for the organisations' ids, names and paths.
 */
export function mergerOf({ name, label, count, before = [], move }: { name: string; label: string; count: string; before?: readonly string[]; move: string }): MergerContribution {
  return {
    name, label,
    count: async ({ kernel }, from) => {
      const { text, values } = bind(count, namedFrom(from));
      return (await readRowsAlone<{ count: number }>(kernel.db, text, values))[0]?.count ?? 0;
    },
    move: async (run, { id, from, to, at }) => {
      const named: Named = { ...namedFrom(from), toId: to.id, toName: to.name, toPath: to.path, mergerId: id, at };
      for (const text of before) {
        const statement = bind(text, named);
        await run(statement.text, statement.values);
      }
      const { text, values } = bind(move, named);
      return (await run(text, values)).length;
    },
  };
}
