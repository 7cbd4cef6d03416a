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
    materials: selectMaterials(elements.materials, questionnaire, resolution.answers).map(({ material }) => material),
    form: formOf(elements, formKey),
  };
}

function formOf({ forms }: ItemElements, formKey: string | undefined): ChosenItem['form'] {
  const form = forms.find(({ key }) => key === formKey);
  const definition: unknown = form?.definition;
  return form && Value.Check(FormDefinition, definition) ? { key: form.key, name: form.name, definition } : undefined;
}
