import type { ProcessModel, ProcessNode, SequenceFlow } from '@tongban/bpmn-model';
import { describeFlow, describeNode, type Described } from './describe.ts';

export type ChangeKind = 'added' | 'removed' | 'changed';

/** One property of an element that is not what it was; undefined where it was not written. */
export interface ChangedProperty {
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** An element that is in one of two versions only, or in both with other properties. */
export interface ElementChange {
  readonly kind: ChangeKind;
  /** Ids in the two diagrams; an element that was drawn anew under its name has two. */
  readonly beforeId: string | undefined;
  readonly afterId: string | undefined;
  readonly isFlow: boolean;
  readonly title: string;
  readonly properties: readonly ChangedProperty[];
}

type Pair<T> = readonly [T | undefined, T | undefined];

/** Pairs what is in two lists by the first of the matches that fits. */
function pair<T>(before: readonly T[], after: readonly T[], ...matches: readonly ((one: T, other: T) => boolean)[]): Pair<T>[] {
  const partners = new Map<T, T>();
  const taken = new Set<T>();
  for (const matches_ of matches) {
    for (const one of before) {
      const other = partners.has(one) ? undefined : after.find((entry) => !taken.has(entry) && matches_(one, entry));
      if (other === undefined) continue;
      partners.set(one, other);
      taken.add(other);
    }
  }
  return [...before.map((one): Pair<T> => [one, partners.get(one)]), ...after.filter((one) => !taken.has(one)).map((one): Pair<T> => [undefined, one])];
}

/** Pairs the nodes of two versions: by id, else by name and kind. */
export function pairNodes(before: ProcessModel, after: ProcessModel): Pair<ProcessNode>[] {
  return pair(before.nodes, after.nodes, (one, other) => one.id === other.id && one.kind === other.kind, (one, other) => one.id === other.id,
    (one, other) => one.kind === other.kind && one.name !== undefined && one.name === other.name);
}

/**
 * What differs between two versions of a process: elements that came, went or are written otherwise, in the order of the
 * older version, then what is new (WFL-03). Where an element was merely moved on the canvas nothing differs.
 */
export function compareProcesses(before: ProcessModel, after: ProcessModel, names: (kind: 'post' | 'role' | 'organisation', code: string) => string): ElementChange[] {
  const nodes = pairNodes(before, after);
  const renamed = new Map(nodes.flatMap(([one, other]) => (one && other ? [[one.id, other.id] as const] : [])));
  const ends = (one: SequenceFlow, other: SequenceFlow): boolean => renamed.get(one.from) === other.from && renamed.get(one.to) === other.to;
  const flows = pair(before.flows, after.flows, (one, other) => one.id === other.id && ends(one, other), ends, (one, other) => one.id === other.id);
  return [
    ...nodes.flatMap(([one, other]) => changeOf(one && [one.id, describeNode(one, names)], other && [other.id, describeNode(other, names)], false, renamed)),
    ...flows.flatMap(([one, other]) => changeOf(one && [one.id, describeFlow(one, before)], other && [other.id, describeFlow(other, after)], true, renamed)),
  ];
}

type Side = readonly [string, Described] | undefined;

function changeOf(before: Side, after: Side, isFlow: boolean, renamed: ReadonlyMap<string, string>): ElementChange[] {
  const shown = after ?? before;
  if (shown === undefined) return [];
  const [old, next] = [before?.[1].properties ?? [], after?.[1].properties ?? []];
  const keys = [...new Set([...next, ...old].map(({ key }) => key))];
  const properties = keys.flatMap((key): ChangedProperty[] => {
    const [was, is] = [old.find((one) => one.key === key), next.find((one) => one.key === key)];
    // What an element refers to is the same when it is the same element under another id.
    const same = was?.refers === undefined ? was?.value === is?.value : (renamed.get(was.refers) ?? was.refers) === is?.refers;
    return same ? [] : [{ name: (is ?? was)?.name ?? key, before: was?.value, after: is?.value }];
  });
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  if (kind === 'changed' && properties.length === 0) return [];
  return [{ kind, beforeId: before?.[0], afterId: after?.[0], isFlow, title: shown[1].title, properties }];
}
