import type { Draft, MaterialEntry } from '@tongban/server/src/modules/intake/contract.ts';
import type { GivenMaterial } from '../../shared/materials/MaterialField.tsx';
import type { DraftContent } from './draft/draft-backup.ts';
import { text } from './text.ts';

type Slot = Draft['materials'][number];

/** What is given for a slot in the content as it is now. */
export function givenFor(slot: Slot, content: DraftContent): GivenMaterial {
  const entry = content.materials.find((one) => one.key === slot.material.key);
  return {
    files: entry?.fileIds.flatMap((id) => content.files[id] ?? []) ?? [],
    licenceId: entry?.licenceId ?? null,
    licenceConsent: entry?.licenceConsent === true,
  };
}

/** How a slot is filled. */
export function sourceOf(slot: Slot, content: DraftContent): 'form' | 'licence' | 'upload' | 'paper' | 'none' {
  const given = givenFor(slot, content);
  if (slot.material.formKey) return 'form';
  if (given.licenceId && given.licenceConsent) return 'licence';
  if (given.files.length > 0) return 'upload';
  return slot.paperReceived ? 'paper' : 'none';
}

/** What is missing, in words by material key; the server judges again at submission. */
export function missingMaterials(slots: readonly Slot[], content: DraftContent): Record<string, string> {
  const missing = slots.filter((slot) => slot.required && slot.material.necessity !== '3' && sourceOf(slot, content) === 'none');
  return Object.fromEntries(missing.map(({ material, licences }) =>
    [material.key, licences.length > 0 ? text.materials.missing(material.name) : text.materials.missingUpload(material.name)]));
}

export const withFile = (fileId: string) => (entry: MaterialEntry): MaterialEntry =>
  ({ ...entry, fileIds: [...entry.fileIds, fileId], licenceId: null, licenceConsent: false });

export const withoutFile = (fileId: string) => (entry: MaterialEntry): MaterialEntry =>
  ({ ...entry, fileIds: entry.fileIds.filter((id) => id !== fileId) });

/** A licence stands for the uploads: they are taken away, so that the government receives nothing it already has. */
export const withLicence = (licenceId: string | null) => (entry: MaterialEntry): MaterialEntry =>
  ({ ...entry, licenceId, licenceConsent: licenceId !== null, fileIds: licenceId === null ? entry.fileIds : [] });
