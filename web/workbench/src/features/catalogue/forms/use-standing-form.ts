import { useQuery } from '@tanstack/react-query';
import { type FormDefinition, isFormDefinition } from '@tongban/form-model';
import { getItemVersion, getStaffItem, type ItemVersion } from '@tongban/server/src/modules/catalog/contract.ts';
import { api } from '../../../shared/api.ts';

/** The form as the published version of the item has it. */
export interface StandingForm {
  readonly isPending: boolean;
  readonly error: unknown;
  readonly retry: () => void;
  /** Number of the published version; undefined when none but this one is, or ever was. */
  readonly versionNumber: number | undefined;
  /** Undefined when that version has no such form. */
  readonly definition: FormDefinition | undefined;
}

/** Reads the form that people fill in now, to compare with and to keep its ids. */
export function useStandingForm({ itemId, versionId }: ItemVersion, formKey: string): StandingForm {
  const item = useQuery({ queryKey: [getStaffItem.id, itemId], queryFn: () => api.call(getStaffItem, { params: { itemId } }) });
  const standing = item.data?.versions.find(({ state, versionId: id }) => state === 'published' && id !== versionId);
  const published = useQuery({
    queryKey: [getItemVersion.id, standing?.versionId], enabled: standing !== undefined, staleTime: 300_000,
    queryFn: () => api.call(getItemVersion, { params: { versionId: standing?.versionId ?? '' } }),
  });
  const definition = published.data?.elements.forms.find(({ key }) => key === formKey)?.definition;
  return {
    isPending: item.isPending || (standing !== undefined && published.isPending), error: item.error ?? published.error, versionNumber: standing?.versionNumber,
    retry: () => { void item.refetch(); void published.refetch(); },
    definition: isFormDefinition(definition) ? definition : undefined,
  };
}
