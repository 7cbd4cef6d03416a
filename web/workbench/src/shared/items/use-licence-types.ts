import { useQuery } from '@tanstack/react-query';
import { listLicenceTypes } from '@tongban/server/src/modules/materials/contract.ts';
import { api } from '../api.ts';
import { useHolds } from '../session/session.ts';
import { text } from '../text.ts';

/** A type to choose. */
export interface LicenceTypeOption { value: string; label: string; name: string; retired: boolean }

/** Types of the licence catalogue by name; none for those who may not read it. A new one may just have been made in another tab. */
export function useLicenceTypes(): LicenceTypeOption[] {
  const enabled = useHolds('materials.material.view');
  const list = useQuery({ queryKey: [listLicenceTypes.id], staleTime: 300_000, refetchOnWindowFocus: 'always', enabled, queryFn: () => api.call(listLicenceTypes, {}) });
  return (list.data?.types ?? []).map(({ code, name, retired }) => ({ value: code, label: retired ? text.items.retiredType(name, code) : `${name}（${code}）`, name, retired }));
}

/** Types that may be chosen: those in use, and what has been chosen already. */
export function offeredTypes(all: readonly LicenceTypeOption[], chosen: readonly string[]): LicenceTypeOption[] {
  return all.filter(({ value, retired }) => !retired || chosen.includes(value));
}
