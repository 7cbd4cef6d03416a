import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { findSubstitute, materialNameKey, resolveStandardCodes, type Substitutes } from '../../materials/index.ts';
import type { Holder } from '../../licences/index.ts';
import type { StandingThing, ThingRecord } from '../../sharing/index.ts';
import type { NeededMaterial } from '../../guidance/contract.ts';
import { isAccepted, type Requirements } from '../prepare-draft.ts';
import type { DraftMaterial } from '../tables.ts';

/** Where things of a share go in a registration, and which go nowhere. */
export interface Matched {
  placed: { thing: ThingRecord; licenceId: string | null; key: string; materialName: string }[];
  left: { name: string; reason: string }[];
}

type Slot = NeededMaterial['material'];

/** Which standard material each code means now, by the code as it is written. */
async function familyOf(ctx: Context, codes: readonly (string | null | undefined)[]): Promise<(code: string | null | undefined) => string | undefined> {
  const resolved = await resolveStandardCodes(ctx.kernel, codes.flatMap((code) => code ?? []));
  return (code) => (code === null || code === undefined ? undefined : resolved.get(code)?.id ?? code);
}

/** Whether a file of an earlier case is what the material asks for: the same standard material; by name where one of them has no code. */
function fits(thing: ThingRecord, slot: Slot, family: (code: string | null | undefined) => string | undefined): boolean {
  const [given, wanted] = [family(thing.standardCode), family(slot.standardCode)];
  return given !== undefined && wanted !== undefined ? given === wanted : materialNameKey(thing.materialName ?? '') === materialNameKey(slot.name);
}

/** Puts licences where they stand for a material and files where the same standard material is asked for; what is given already is left as it is (INT-09). */
export async function matchThings(
  ctx: Context, holder: Holder, needs: Requirements, substitutes: Substitutes, given: readonly DraftMaterial[], things: readonly StandingThing[], regionOf: (licenceId: string) => string | undefined,
): Promise<Matched> {
  const slots = needs.materials.map(({ material }) => material).filter(({ formKey }) => formKey === undefined);
  const family = await familyOf(ctx, [...slots.map(({ standardCode }) => standardCode), ...things.map(({ thing }) => thing.standardCode)]);
  const today = chinaDate(ctx.kernel.clock.now());
  const matched: Matched = { placed: [], left: [] };
  const entryOf = (key: string) => given.find((entry) => entry.key === key);
  const filesOf = (key: string): number => (entryOf(key)?.files.length ?? 0) + matched.placed.filter((one) => one.key === key && one.licenceId === null).length;
  const hasLicence = (key: string): boolean => Boolean(entryOf(key)?.licenceId) || matched.placed.some((one) => one.key === key && one.licenceId !== null);

  for (const { thing, licence, note } of things) {
    const leave = (reason: string) => matched.left.push({ name: thing.name, reason });
    if (note !== null) {
      leave(note);
      continue;
    }
    const wanted = slots.filter(({ key, ...slot }) => (licence
      ? findSubstitute(substitutes, key, { ...licence, regionCode: regionOf(licence.id) ?? '' }, { holder, today }) : fits(thing, { key, ...slot }, family)));
    if (wanted.length === 0) {
      leave(licence ? '这个事项没有材料可以用它代替。' : '这个事项没有要交的同一种材料。');
      continue;
    }
    const free = wanted.filter(({ key, maxFiles, fileTypes }) => !hasLicence(key) && (licence
      ? filesOf(key) === 0 && !entryOf(key)?.paperReceived : filesOf(key) < maxFiles && isAccepted(fileTypes, thing.mediaType ?? '')));
    if (free.length === 0) {
      leave(licence || wanted.some(({ key, fileTypes }) => hasLicence(key) || isAccepted(fileTypes, thing.mediaType ?? '')) ? `“${wanted.map(({ name }) => name).join('”“')}”已经有了，没有改动。` : `文件格式不是“${wanted[0]?.name ?? ''}”要求的。`);
      continue;
    }
    for (const { key, name } of licence ? free : free.slice(0, 1)) matched.placed.push({ thing, licenceId: thing.licenceId, key, materialName: name });
  }
  return matched;
}
