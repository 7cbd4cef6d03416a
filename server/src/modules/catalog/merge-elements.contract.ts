import { elementInfo, elementNames } from './element-labels.contract.ts';
import { entriesByIdentity, isMembers, isSame, titleOf, type Members } from './element-entries.contract.ts';
import type { ItemElements } from './elements.contract.ts';

/** One part that two editors changed differently; a value that is undefined was removed or never there. */
export interface MergeConflict {
  /** E.g. `promisedLimit` or `materials.plan.copies`. */
  readonly path: string;
  readonly label: string;
  readonly base: unknown;
  readonly theirs: unknown;
  readonly mine: unknown;
}

/** Whose value of a conflict is taken. */
export type MergeChoice = 'mine' | 'theirs';

interface Merge {
  readonly conflicts: MergeConflict[];
  readonly choose: (path: string) => MergeChoice;
}

/** The three values of one part: as both found it, as the other saved it, as it is here. */
export interface MergedPart {
  readonly path: string;
  readonly label: string;
  readonly base: unknown;
  readonly theirs: unknown;
  readonly mine: unknown;
}

/** Parts whose members belong together: half of one and half of the other would say what neither meant. */
const whole = new Set(['organizationId', 'legalLimit', 'promisedLimit', 'definition', 'sampleData', 'sample', 'noticeTemplates', 'when']);

/**
 * Merges what two editors made of the same version (CAT-02): what only one of them changed is taken, entries of lists are
 * told apart by their key or name, and what both changed differently is a conflict. A conflict takes the value that
 * `choose` says, mine unless told, so that calling again with other choices gives the other result and nothing is lost.
 */
export function mergeElements(
  base: ItemElements, theirs: ItemElements, mine: ItemElements, choose: (path: string) => MergeChoice = () => 'mine',
): { elements: ItemElements; conflicts: MergeConflict[] } {
  const parts = elementNames.filter((name) => name !== 'departmentName').map((name): MergedPart => {
    // A department and its name are one choice.
    const [label, valueOf] = name === 'organizationId' ? [elementInfo.departmentName.label, departmentOf] : [elementInfo[name].label, (one: ItemElements) => one[name]];
    return { path: name, label, base: valueOf(base), theirs: valueOf(theirs), mine: valueOf(mine) };
  });
  const { document: { organizationId: department, ...elements }, conflicts } = mergeDocuments(parts, choose);
  // Every part is one of the three valid documents', so the whole is one too.
  return { elements: { ...elements, ...(isMembers(department) ? department : {}) } as ItemElements, conflicts };
}

/** Merges the named parts of any document in the same way; a part that is left out is not in the answer. */
export function mergeDocuments(parts: readonly MergedPart[], choose: (path: string) => MergeChoice): { document: Members; conflicts: MergeConflict[] } {
  const merge: Merge = { conflicts: [], choose };
  const merged = parts.map((part): [string, unknown] => [part.path, mergePart(merge, part)]);
  return { document: Object.fromEntries(merged.filter(([, value]) => value !== undefined)), conflicts: merge.conflicts };
}

function departmentOf({ organizationId, departmentName }: ItemElements): Members {
  return { organizationId, departmentName };
}

function mergePart(merge: Merge, part: MergedPart): unknown {
  const { base, theirs, mine } = part;
  if (isSame(theirs, mine) || isSame(base, theirs)) return mine;
  if (isSame(base, mine)) return theirs;
  const [name = ''] = part.path.split('.').slice(-1);
  if (whole.has(name)) return conflict(merge, part);
  if (isMembers(theirs) && isMembers(mine)) return mergeMembers(merge, part, isMembers(base) ? base : {}, theirs, mine);
  return mergeLists(merge, part) ?? conflict(merge, part);
}

function conflict(merge: Merge, part: MergedPart): unknown {
  merge.conflicts.push(part);
  return part[merge.choose(part.path)];
}

function mergeMembers(merge: Merge, part: MergedPart, base: Members, theirs: Members, mine: Members): Members {
  const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  const merged = names.map((name): [string, unknown] => [name, mergePart(merge, {
    path: `${part.path}.${name}`, label: part.label, base: base[name], theirs: theirs[name], mine: mine[name],
  })]);
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}

/** Merges lists whose entries can be told apart; undefined where they cannot, or where both replaced the same line. */
function mergeLists(merge: Merge, part: MergedPart): unknown[] | undefined {
  const [base, theirs, mine] = [part.base ?? [], part.theirs, part.mine].map(entriesByIdentity);
  if (!base || !theirs || !mine || (isLines(mine) && bothReplaced(base, theirs, mine))) return undefined;
  const merged = new Map([...new Set([...mine.keys(), ...theirs.keys()])].map((identity): [string, unknown] => [identity, mergePart(merge, {
    path: `${part.path}.${identity}`, label: `${part.label} · ${titleOf(mine.get(identity) ?? theirs.get(identity))}`,
    base: base.get(identity), theirs: theirs.get(identity), mine: mine.get(identity),
  })]));
  return orderOf(base, theirs, mine).map((identity) => merged.get(identity)).filter((entry) => entry !== undefined);
}

type Entries = ReadonlyMap<string, unknown>;

function isLines(entries: Entries): boolean {
  return [...entries.values()].every((entry) => typeof entry === 'string');
}

/** Editing a line takes the old one away and adds a new one: when both did, only people can tell which is meant. */
function bothReplaced(base: Entries, theirs: Entries, mine: Entries): boolean {
  const gone = [...base.keys()].some((line) => !theirs.has(line) && !mine.has(line));
  const added = (entries: Entries, other: Entries) => [...entries.keys()].some((line) => !base.has(line) && !other.has(line));
  return gone && added(theirs, mine) && added(mine, theirs);
}

/** The order of whoever moved entries, mine when both did; what only the other has stands after what it stood after there. */
function orderOf(base: Entries, theirs: Entries, mine: Entries): string[] {
  const common = (entries: Entries) => [...entries.keys()].filter((identity) => base.has(identity) && theirs.has(identity) && mine.has(identity));
  const moved = common(mine).join('\n') !== common(base).join('\n');
  const [first, second] = moved ? [mine, theirs] : [theirs, mine];
  const order = [...first.keys()];
  let before = -1;
  for (const identity of second.keys()) {
    const at = order.indexOf(identity);
    if (at === -1) order.splice((before += 1), 0, identity);
    else before = at;
  }
  return order;
}
