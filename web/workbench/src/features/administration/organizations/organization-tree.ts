import type { Organization } from '@tongban/server/src/kernel/organization/contract.ts';

/** An organisation with its depth below the first shown one. */
export interface TreeLine { organization: Organization; depth: number }

/**
 * Organisations in the order of a tree, children after their parent; with `words` those whose name, short name or code
 * holds them, and everything above these.
 */
export function treeOf(organizations: readonly Organization[], words = ''): TreeLine[] {
  const wanted = words.trim();
  const matches = organizations.filter(({ name, shortName, code }) => [name, shortName, code].some((value) => value?.includes(wanted)));
  const kept = new Set(matches.flatMap(({ path }) => path.split('/').filter(Boolean)));
  const known = new Set(organizations.map(({ id }) => id));
  const lines: TreeLine[] = [];
  const add = (parentId: string | null, depth: number) => {
    for (const organization of organizations) {
      const parent = organization.parentId !== null && known.has(organization.parentId) ? organization.parentId : null;
      if (parent !== parentId || !kept.has(organization.id)) continue;
      lines.push({ organization, depth });
      add(organization.id, depth + 1);
    }
  };
  add(null, 0);
  return lines;
}
