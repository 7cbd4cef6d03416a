import { parameterNameOf } from '@tongban/form-model';
import { alternativesOf, type AnswerCondition, type ApplicationMaterial, type ItemElements } from '@tongban/server/src/modules/catalog/contract.ts';
import { never } from './write-conditions.ts';

/** What is taken away of guidance; `keep` is the option whose way those go on who were asked the question. */
export type Removal =
  | { readonly kind: 'question'; readonly key: string; readonly keep?: string | undefined }
  | { readonly kind: 'option'; readonly key: string; readonly option: string }
  | { readonly kind: 'situation'; readonly key: string };

/**
 * What becomes of a material that depends on what is taken away. `follow`: needed by those who needed it on the ways that are
 * left; `ask-all`: needed whatever would have been answered there, its other conditions stay; `remove`: taken away as well.
 */
export type Mend = 'follow' | 'ask-all' | 'remove';

/** A material that names what is taken away, as `follow` would leave it. */
export interface Dependant { readonly material: ApplicationMaterial; readonly needed: boolean }

/** The materials that would be needed by others than before, or by nobody, if something were taken away. */
export function dependantsOf({ materials }: { readonly materials: readonly ApplicationMaterial[] }, removal: Removal): Dependant[] {
  return materials.filter((material) => names(material, removal)).map((material) => ({ material, needed: isEverAsked(followed(material, removal)) }));
}

/** The mend that loses nothing unseen: what is still needed follows the ways that are left, what nobody would need any more is taken away as well. */
export function usualMend({ needed }: Dependant, removal: Removal): Mend {
  if (needed) return 'follow';
  return removal.kind === 'question' && removal.keep === undefined ? 'ask-all' : 'remove';
}

/** The materials with every dependant mended; what is not named in `mends` follows. */
export function mendMaterials(materials: readonly ApplicationMaterial[], removal: Removal, mends: ReadonlyMap<string, Mend> = new Map()): readonly ApplicationMaterial[] {
  return materials.flatMap((material) => {
    if (!names(material, removal)) return [material];
    const mend = mends.get(material.key) ?? 'follow';
    if (mend === 'remove') return [];
    return [mend === 'follow' ? followed(material, removal) : asked(material, removal)];
  });
}

/** The forms that read the answer to a question; only their designer can change that. */
export function formsReading({ forms }: Pick<ItemElements, 'forms'>, key: string): readonly string[] {
  const reads = (parameters: unknown): boolean => Array.isArray(parameters) && parameters.includes(parameterNameOf(key));
  return forms.filter(({ definition }) => reads(definition['parameters'])).map(({ name }) => name);
}

function names({ when, situations }: ApplicationMaterial, removal: Removal): boolean {
  switch (removal.kind) {
    case 'question': return when?.some(({ question }) => question === removal.key) ?? false;
    case 'option': return when?.some(({ question, options }) => question === removal.key && options.includes(removal.option)) ?? false;
    case 'situation': return situations?.includes(removal.key) ?? false;
  }
}

const isEverAsked = ({ when, situations }: ApplicationMaterial): boolean =>
  (situations === undefined || situations.length > 0) && (when === undefined || when.length === 0 || alternativesOf(when).some((together) => together.every(({ options }) => options.length > 0)));

/** Needed by those who needed it on the ways that are left; by nobody when none of them did. */
function followed(material: ApplicationMaterial, removal: Removal): ApplicationMaterial {
  if (removal.kind === 'situation') return { ...material, situations: (material.situations ?? []).filter((one) => one !== removal.key) };
  const { key } = removal;
  if (removal.kind === 'option') return withConditions(material, key, (options) => options.filter((one) => one !== removal.option));
  return withConditions(material, key, (options) => (removal.keep !== undefined && options.includes(removal.keep) ? 'holds' : []));
}

/** Needed whatever would have been answered, or in every situation. */
function asked(material: ApplicationMaterial, removal: Removal): ApplicationMaterial {
  if (removal.kind !== 'situation') return withConditions(material, removal.key, () => 'holds');
  const { situations: _limits, ...everywhere } = material;
  return everywhere;
}

/** Rewrites the conditions on a question: those that hold are left out, and a group of them that can never hold goes as a whole. */
function withConditions(material: ApplicationMaterial, key: string, change: (options: readonly string[]) => readonly string[] | 'holds'): ApplicationMaterial {
  const groups = alternativesOf(material.when).flatMap((together): AnswerCondition[][] => {
    const left = together.flatMap((condition): AnswerCondition[] => {
      if (condition.question !== key) return [condition];
      const options = change(condition.options);
      return options === 'holds' ? [] : [{ ...condition, options: [...options] }];
    });
    return left.some(({ options }) => options.length === 0) ? [] : [left];
  });
  const { when: _before, ...always } = material;
  if (groups.some((together) => together.length === 0)) return always;
  return { ...material, when: groups.length === 0 ? never : groups.flat() };
}
