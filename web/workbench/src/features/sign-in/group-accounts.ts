interface Described { description: string }

/** Demonstration accounts by the department that their description begins with (`区住建局 · 窗口受理`); the others on their own line. */
export function groupByPlace<T extends Described>(accounts: readonly T[]): { place: string; members: { account: T; post: string }[] }[] {
  const groups = new Map<string, { account: T; post: string }[]>();
  for (const account of accounts) {
    const [place = '', post] = account.description.split(' · ');
    const name = post === undefined ? '' : place;
    groups.set(name, [...(groups.get(name) ?? []), { account, post: post ?? account.description }]);
  }
  return [...groups].map(([place, members]) => ({ place, members }));
}
