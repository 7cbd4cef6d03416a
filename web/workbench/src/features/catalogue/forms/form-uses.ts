import type { ItemElements } from '@tongban/server/src/modules/catalog/contract.ts';
import { text } from '../text.ts';

const words = text.forming.use;

/** One place of a version that uses a form. */
export interface FormUse {
  readonly path: string;
  readonly label: string;
}

/** Every place of a version that uses a form: as the usual one, for situations, for materials and their samples. */
export function listFormUses({ handling, questionnaire, materials }: Pick<ItemElements, 'handling' | 'questionnaire' | 'materials'>, key: string): readonly FormUse[] {
  return [
    ...(handling.formKey === key ? [{ path: 'handling', label: words.usual }] : []),
    ...(questionnaire?.situations ?? []).filter(({ formKey }) => formKey === key).map((situation) => ({ path: `questionnaire.situations.${situation.key}`, label: words.situation(situation.name) })),
    ...materials.filter(({ formKey }) => formKey === key).map((material) => ({ path: `materials.${material.key}`, label: words.material(material.name) })),
    ...materials.filter(({ sample }) => sample?.formKey === key).map((material) => ({ path: `materials.${material.key}`, label: words.sample(material.name) })),
  ];
}

/** The elements without a form, and without what named it. */
export function withoutForm(elements: ItemElements, key: string): Pick<ItemElements, 'forms' | 'handling' | 'materials' | 'questionnaire'> {
  const { handling, questionnaire } = elements;
  const { formKey: usual, ...restOfHandling } = handling;
  return {
    forms: elements.forms.filter((form) => form.key !== key),
    handling: usual === key ? restOfHandling : handling,
    materials: elements.materials.map((material) => {
      const { formKey, sample, ...rest } = material;
      const keptSample = sample === undefined || sample.formKey === key ? {} : { sample };
      return { ...rest, ...(formKey === undefined || formKey === key ? {} : { formKey }), ...keptSample };
    }),
    ...(questionnaire === undefined ? {} : { questionnaire: { ...questionnaire, situations: questionnaire.situations.map((situation) => {
      const { formKey, ...rest } = situation;
      return formKey === undefined || formKey === key ? rest : { ...rest, formKey };
    }) } }),
  };
}
