import type { Draft, MaterialEntry } from '@tongban/server/src/modules/intake/contract.ts';
import type { KeptFile } from '../../../shared/files/FileUploads.tsx';

/** What is given for one material. */
export interface GivenMaterial {
  files: readonly KeptFile[];
  licenceId: string | null;
  paperReceived: boolean;
}
export interface DraftContent {
  answers: Readonly<Record<string, unknown>>;
  materials: Readonly<Record<string, GivenMaterial>>;
}

const nothing: GivenMaterial = { files: [], licenceId: null, paperReceived: false };

/** The materials with one of them given differently. */
export function withMaterial(materials: DraftContent['materials'], key: string, change: Partial<GivenMaterial>): DraftContent['materials'] {
  return { ...materials, [key]: { ...(materials[key] ?? nothing), ...change } };
}

/** What is given for a material. */
export function givenFor({ materials }: Pick<DraftContent, 'materials'>, key: string): GivenMaterial {
  return materials[key] ?? nothing;
}

/** The content of a draft as the server sent it. */
export function contentOf(draft: Draft): DraftContent {
  return {
    answers: draft.answers,
    materials: materialsOf(draft.materials),
  };
}

/** What is given for each material, as the server sent it. */
export function materialsOf(slots: Draft['materials']): DraftContent['materials'] {
  return Object.fromEntries(slots.map((slot) => [slot.material.key, { files: slot.files, licenceId: slot.licenceId, paperReceived: slot.paperReceived }]));
}

/** Materials changed on both sides: what was chosen here meanwhile goes before. */
export function mergeMaterials(before: DraftContent['materials'], theirs: DraftContent['materials'], mine: DraftContent['materials']): DraftContent['materials'] {
  return { ...theirs, ...Object.fromEntries(Object.entries(mine).filter(([key, given]) => given !== before[key])) };
}

/** The materials as they are sent. */
export function entriesOf(materials: DraftContent['materials']): MaterialEntry[] {
  return Object.entries(materials).map(([key, given]) => ({
    key,
    fileIds: given.files.map(({ id }) => id),
    licenceId: given.licenceId,
    licenceConsent: given.licenceId !== null,
    paperReceived: given.paperReceived,
  }));
}
