import { partLabels, type BundleContent } from '@tongban/server/src/modules/bundles/contract.ts';
import { mergeDocuments, type MergeChoice, type MergeConflict } from '@tongban/server/src/modules/catalog/contract.ts';
import { text } from '../text.ts';

/** One place that two editors changed differently, e.g. `questions.sign.text`. */
export type ContentConflict = MergeConflict;

type Part = keyof BundleContent;
type Ref = BundleContent['separateFields'][number];

const nameOfRef = ({ item, key }: Ref) => `${item} ${key}`;
const refOf = (name: string): Ref => {
  const [item = '', ...key] = name.split(' ');
  return { item, key: key.join(' ') };
};

/** A group of what is asked once, told apart from the others by the first it holds: a field or material is in one group only. */
interface Group { key: string; name: string; members: string[] }

function groupOf(name: string, refs: readonly Ref[], index: number): Group {
  const [first] = refs;
  return { key: first ? nameOfRef(first) : `empty ${index}`, name, members: refs.map(nameOfRef) };
}

/** The content with entries that a merge can tell apart: fields and materials by item and key, groups by the first they hold. */
function addressed({ sharedFields, separateFields, sharedMaterials, ...content }: BundleContent) {
  return {
    ...content, separateFields: separateFields.map(nameOfRef),
    sharedFields: sharedFields.map(({ label, fields }, index) => groupOf(label, fields, index)),
    sharedMaterials: sharedMaterials.map(({ name, materials }, index) => groupOf(name, materials, index)),
  };
}

function restored({ sharedFields, separateFields, sharedMaterials, ...content }: ReturnType<typeof addressed>): BundleContent {
  return {
    ...content, separateFields: separateFields.map(refOf), sharedFields: sharedFields.map(({ name, members }) => ({ label: name, fields: members.map(refOf) })),
    sharedMaterials: sharedMaterials.map(({ name, members }) => ({ name, materials: members.map(refOf) })),
  };
}

/** What is in conflict, down to the member of an entry: 事项与关联 · 排水许可 · 条件. */
function labelOf({ path, label }: ContentConflict): string {
  const steps = path.split('.');
  const member = steps.length > 2 ? text.merge.members[steps.at(-1) ?? ''] : undefined;
  return member === undefined ? label : `${label} · ${member}`;
}

const parts = Object.keys(partLabels) as Part[];

/**
 * Merges what two editors made of the same configuration (BDL-01): what only one of them changed is taken, questions, items,
 * answers and groups are told apart by their keys, and what both changed differently is a conflict, which takes the value that
 * `choose` says.
 */
export function mergeContent(
  base: BundleContent, theirs: BundleContent, mine: BundleContent, choose: (path: string) => MergeChoice = () => 'mine',
): { content: BundleContent; conflicts: ContentConflict[] } {
  const [from, other, own] = [addressed(base), addressed(theirs), addressed(mine)];
  const { document, conflicts } = mergeDocuments(parts.map((part) => ({ path: part, label: partLabels[part], base: from[part], theirs: other[part], mine: own[part] })), choose);
  // Every part is one of the three valid contents', so the whole is one too.
  return { content: restored(document as ReturnType<typeof addressed>), conflicts: conflicts.map((conflict) => ({ ...conflict, label: labelOf(conflict) })) };
}
