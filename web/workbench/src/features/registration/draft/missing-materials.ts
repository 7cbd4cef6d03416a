import type { Draft } from '@tongban/server/src/modules/intake/contract.ts';
import type { DraftContent } from './draft-content.ts';

type Slot = Draft['materials'][number];

/** Whether something stands for a material: files, a licence, or the paper taken at the counter. */
export function isGiven(slot: Pick<Slot, 'material'>, content: Pick<DraftContent, 'materials'>): boolean {
  const given = content.materials[slot.material.key];
  return given !== undefined && (given.files.length > 0 || given.licenceId !== null || given.paperReceived);
}

/** Keys of the required materials that nothing stands for; those that may follow later (容缺后补) do not count. */
export function missingMaterials(slots: readonly Slot[], content: Pick<DraftContent, 'materials'>): string[] {
  return slots.filter((slot) => slot.required && slot.material.necessity !== '3' && !isGiven(slot, content)).map(({ material }) => material.key);
}
