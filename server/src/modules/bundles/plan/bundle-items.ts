import { FormDefinition } from '@tongban/form-model';
import { Value } from 'typebox/value';
import type { ApplicationMaterial, ItemElements } from '../../catalog/contract.ts';
import { conditionsHold, type Answers } from '../../catalog/index.ts';
import { resolveSituation, selectMaterials } from '../../guidance/index.ts';
import type { BundleContent, BundleItem } from '../content.contract.ts';

/** The published version of each item of a bundle, by the item's key in the bundle. */
export type ItemVersions = ReadonlyMap<string, { readonly versionId: string; readonly elements: ItemElements }>;

/** An item that the answers lead to, as it stands after the bundle's answers were handed on to its own questions. */
export interface ChosenItem {
  readonly item: BundleItem;
  readonly versionId: string;
  readonly elements: ItemElements;
  /** Answers to the item's own questions that the bundle gives. */
  readonly answers: Answers;
  readonly situation: { readonly name: string; readonly refused: boolean; readonly notes: readonly string[] } | undefined;
  /** Key of the item's question that the bundle does not answer, if any. */
  readonly openQuestion: string | undefined;
  readonly materials: readonly ApplicationMaterial[];
  readonly form: { readonly key: string; readonly name: string; readonly definition: FormDefinition } | undefined;
}

/** The items that a complete set of the bundle's answers leads to, in the order in which they are configured. */
export function chooseItems(content: BundleContent, versions: ItemVersions, answers: Answers): ChosenItem[] {
  return content.items.flatMap((item) => {
    const version = versions.get(item.key);
    return version && conditionsHold(item.when, answers) ? [situate(item, version, answers)] : [];
  });
}

function situate(item: BundleItem, { versionId, elements }: { versionId: string; elements: ItemElements }, answers: Answers): ChosenItem {
  const questionnaire = elements.questionnaire ?? { questions: [], situations: [{ key: 'general', name: '通用情形', when: [], notes: [] }] };
  const given = item.answers.filter(({ when }) => conditionsHold(when, answers)).map(({ question, option }) => ({ question, option }));
  const resolution = resolveSituation(questionnaire, given);
  const situation = resolution.kind === 'situation' ? resolution.situation : undefined;
  const formKey = situation?.formKey ?? elements.handling.formKey;
  return {
    item, versionId, elements, answers: resolution.answers,
    situation: situation === undefined ? undefined : { name: situation.name, refused: situation.refused ?? false, notes: situation.notes },
    openQuestion: resolution.kind === 'question' ? resolution.question.key : undefined,
    materials: selectMaterials(elements.materials, questionnaire, resolution.answers, situation?.key).map(({ material }) => material),
    form: formOf(elements, formKey),
  };
}

/** Definitions that were found to be forms; versions are frozen, and many sets of answers plan the same one. */
const checked = new WeakMap<object, FormDefinition | null>();

/** The form of an item by its key; undefined when it has none. */
export function formOf({ forms }: ItemElements, formKey: string | undefined): ChosenItem['form'] {
  const form = forms.find(({ key }) => key === formKey);
  if (!form) return undefined;
  const known = checked.get(form.definition);
  const definition = known === undefined ? asForm(form.definition) : known;
  checked.set(form.definition, definition);
  return definition === null ? undefined : { key: form.key, name: form.name, definition };
}

function asForm(definition: unknown): FormDefinition | null {
  return Value.Check(FormDefinition, definition) ? definition : null;
}
