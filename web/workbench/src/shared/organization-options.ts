import type { Organization } from '@tongban/server/src/kernel/organization/contract.ts';

/** An organisation to choose from; people know it by its short name as well as by its whole one. */
export interface OrganizationOption { value: string; label: string; known: string }

export function organizationOptions(organizations: readonly Pick<Organization, 'id' | 'name' | 'shortName' | 'code'>[]): OrganizationOption[] {
  return organizations.map(({ id, name, shortName, code }) => ({ value: id, label: name, known: [name, shortName, code].join(' ') }));
}

/** How a choice of organisations is searched: by name, short name or code. */
export const organizationSearch = { filterOption: (typed: string, option: OrganizationOption | undefined): boolean => option?.known.includes(typed.trim()) ?? false };
