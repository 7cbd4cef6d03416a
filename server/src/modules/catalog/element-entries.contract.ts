/** An object with named members, as it came out of an element. */
export type Members = Readonly<Record<string, unknown>>;

/** Whether a value has members of its own. */
export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Members that name an entry where it has no key of its own: law and clause, department and part, question, conduct, name. */
const naturalNames: readonly (readonly string[])[] = [
  ['lawName', 'clauseNumber'], ['organizationId', 'role'], ['question'], ['behaviour'], ['name'], ['kind'],
];

/** What tells an entry of a list from the others however often it moves: its key, else what names it; undefined when nothing does. */
export function identityOf(entry: unknown): string | undefined {
  if (typeof entry === 'string') return entry;
  if (!isMembers(entry)) return undefined;
  if (typeof entry['key'] === 'string') return entry['key'];
  const names = naturalNames.find((members) => members.every((member) => typeof entry[member] === 'string'));
  return names?.map((member) => String(entry[member])).join(' ');
}

/** The entries of a list by their identity, in order; undefined for anything else and when two entries cannot be told apart. */
export function entriesByIdentity(value: unknown): Map<string, unknown> | undefined {
  if (!Array.isArray(value)) return undefined;
  const entries = new Map<string, unknown>();
  for (const entry of value) {
    const identity = identityOf(entry);
    if (identity === undefined || entries.has(identity)) return undefined;
    entries.set(identity, entry);
  }
  return entries;
}

/** What people call an entry: its name, text or question, the law with its clause. */
export function titleOf(entry: unknown): string {
  if (!isMembers(entry)) return typeof entry === 'string' ? entry : '';
  const { lawName, clauseNumber } = entry;
  if (typeof lawName === 'string') return `《${lawName}》${typeof clauseNumber === 'string' ? clauseNumber : ''}`;
  const member = ['name', 'text', 'question', 'behaviour', 'kind'].find((one) => typeof entry[one] === 'string');
  return member === undefined ? identityOf(entry) ?? '' : String(entry[member]);
}

/** Whether two values of an element are the same; members that are undefined count as absent. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((entry, index) => isSame(entry, other[index]));
  if (!isMembers(one) || !isMembers(other)) return false;
  const [left, right] = [givenMembers(one), givenMembers(other)];
  return left.length === right.length && left.every(([name, value]) => isSame(value, other[name]));
}

function givenMembers(value: Members): [string, unknown][] {
  return Object.entries(value).filter(([, member]) => member !== undefined);
}
