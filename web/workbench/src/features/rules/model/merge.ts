import { isSame, type MergeChoice, type MergeConflict } from '@tongban/server/src/modules/catalog/contract.ts';
import { text } from '../text.ts';
import { labelOf, type RuleDecision, type RuleDraft, type RuleInput } from './draft.ts';

/** One decision, the data, a test case or the note, changed differently by two people; its members make no sense by halves. */
export type RuleConflict = MergeConflict;

interface Entry { readonly id: string }

/**
 * Merges what two people made of the same draft: data, decisions and test cases are told apart by their ids; what only one of
 * them changed is taken, and of what both changed one is chosen as a whole, because half a table says what neither meant.
 */
export function mergeDrafts(base: RuleDraft, theirs: RuleDraft, mine: RuleDraft, choose: (path: string) => MergeChoice): { value: RuleDraft; conflicts: readonly RuleConflict[] } {
  const conflicts: RuleConflict[] = [];
  const one = <T>(path: string, label: string, [from, other, own]: readonly [T, T, T]): T => {
    if (isSame(other, own) || isSame(from, other)) return own;
    if (isSame(from, own)) return other;
    conflicts.push({ path, label, base: from, theirs: other, mine: own });
    return choose(path) === 'mine' ? own : other;
  };
  const list = <T extends Entry>(path: string, nameOf: (entry: T) => string, pick: (draft: RuleDraft) => readonly T[]): T[] => {
    const [from, other, own] = [pick(base), pick(theirs), pick(mine)];
    const find = (entries: readonly T[], id: string) => entries.find((entry) => entry.id === id);
    const movedHere = !isSame(order(from, other, own), order(own, other, from));
    const [first, second] = movedHere ? [own, other] : [other, own];
    const ids = [...new Set([...first, ...second].map(({ id }) => id))];
    return ids.flatMap((id) => {
      const known = find(own, id) ?? find(other, id);
      return one(`${path}.${id}`, `${text.merge[path] ?? path} · ${known ? nameOf(known) : ''}`, [find(from, id), find(other, id), find(own, id)]) ?? [];
    });
  };
  const value: RuleDraft = {
    content: { inputs: list<RuleInput>('inputs', labelOf, ({ content }) => content.inputs), decisions: list<RuleDecision>('decisions', labelOf, ({ content }) => content.decisions) },
    testCases: list('testCases', ({ name }) => name, ({ testCases }) => testCases), note: one('note', text.merge['note'] ?? '', [base.note, theirs.note, mine.note]),
  };
  return { value, conflicts };
}

/** The order of those that all three have. */
function order(one: readonly Entry[], ...others: readonly (readonly Entry[])[]): readonly string[] {
  return one.map(({ id }) => id).filter((id) => others.every((entries) => entries.some((entry) => entry.id === id)));
}
