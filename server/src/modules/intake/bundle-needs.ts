import type { Issue } from '@tongban/contract-kit';
import type { FieldCell, FormDefinition } from '@tongban/form-model';
import type { Context } from '../../kernel/context.ts';
import { mergedPath, planPinned, planPublished, splitAnswers, type ApplicablePlan, type ChosenItem, type MergedField, type MergedMaterial } from '../bundles/index.ts';
import { getPinnedVersion, licenceTypeOf, type PinnedVersion } from '../catalog/index.ts';
import type { ApplicationMaterial } from '../catalog/contract.ts';
import type { GivenAnswer, NeededMaterial } from '../guidance/contract.ts';
import { licenceTypesOf, type Substitutes } from '../materials/index.ts';
import { fail } from './errors.ts';
import { readBindings } from './prefill/bindings.ts';
import { checkAnswers, checkMaterials, isRequired, requirementsOf, type Requirements } from './prepare-draft.ts';
import { substitutesNow } from './substitution.ts';
import type { DraftMaterial } from './tables.ts';

/** One item of a bundle as its own application needs it. */
export interface BundleChild {
  readonly key: string;
  readonly version: PinnedVersion;
  readonly needs: Requirements;
  readonly substitutes: Substitutes;
  /** Keys of the items whose result it waits for. */
  readonly waitsFor: readonly string[];
  /** Materials that the result of an earlier item of the bundle will stand for, with that item's key. */
  readonly takenOver: ReadonlyMap<string, string>;
  /** Fields that are filled in from the licence of an earlier item once it is there, with that item's key; nobody is asked. */
  readonly filledLater: ReadonlyMap<string, string>;
}

/** What applying for a bundle needs: one form, one set of materials, and what each item takes of them (BDL-02). */
export interface BundleNeeds {
  readonly applicable: ApplicablePlan;
  readonly needs: Requirements;
  readonly children: readonly BundleChild[];
}

/** What applying for a bundle as it is published now needs. @throws bundles.not-found, bundles.answers-incomplete, intake.bundle-not-online */
export async function readPublishedBundle(ctx: Context, bundleId: string, guidance: readonly GivenAnswer[]): Promise<BundleNeeds> {
  return needsOf(ctx, await planPublished(ctx, bundleId, guidance));
}

/** What an application for a bundle needs, by the version that it was begun with. */
export async function readPinnedBundle(ctx: Context, versionId: string, guidance: readonly GivenAnswer[]): Promise<BundleNeeds> {
  return needsOf(ctx, await planPinned(ctx, versionId, guidance));
}

async function needsOf(ctx: Context, applicable: ApplicablePlan): Promise<BundleNeeds> {
  const { bundle, plan, answers, notes } = applicable;
  requireOnline(plan.items);
  if (!plan.form.definition) throw fail('intake.bundle-not-online', { items: bundle.name });
  const children = await readChildren(ctx, applicable);
  return {
    applicable, children,
    needs: {
      situation: { key: 'bundle', name: '一件事一次办', notes: [...notes] }, formKey: 'bundle', formName: `${bundle.name}申请表`, definition: leaveForLater(plan.form.definition, plan.form.fields, children),
      materials: plan.materials.materials.flatMap((material) => sharedMaterial(material, children)), guidance: [...answers], parameters: {},
    },
  };
}

/** Every item must be one that is applied for here, in a situation that the bundle's answers settle. */
function requireOnline(items: readonly ChosenItem[]): void {
  const refused = items.find(({ situation }) => situation?.refused);
  if (refused) throw fail('intake.situation-refused', { notes: refused.situation?.notes.join('') ?? '' });
  const elsewhere = items.filter(({ elements, openQuestion, form }) => elements.handling.mode !== 'platform' || openQuestion !== undefined || form === undefined);
  if (items.length === 0 || elsewhere.length > 0) throw fail('intake.bundle-not-online', { items: elsewhere.map(({ elements }) => elements.name).join('、') });
}

async function readChildren(ctx: Context, { plan, waitsFor }: ApplicablePlan): Promise<BundleChild[]> {
  const begun = await Promise.all(plan.items.map(async ({ item, versionId, answers }) => {
    const version = await getPinnedVersion(ctx, versionId);
    const needs = requirementsOf(version, [...answers].map(([question, option]) => ({ question, option })));
    return { key: item.key, version, needs, substitutes: await substitutesNow(ctx, needs), waitsFor: waitsFor.get(item.key) ?? [] };
  }));
  const resultOf = new Map(begun.map(({ key, version, needs }) => [key, licenceTypeOf(version, needs.situation.key)]));
  const before = (key: string): string[] => (waitsFor.get(key) ?? []).flatMap((one) => [one, ...before(one)]);
  const fromBefore = (key: string, types: readonly string[]): string | undefined => before(key).find((one) => types.includes(resultOf.get(one) ?? ''));
  return Promise.all(begun.map(async (child) => ({
    ...child, filledLater: new Map((await readBindings(ctx, child.needs.definition)).flatMap(({ fieldId, sources }): [string, string][] => {
      const from = fromBefore(child.key, sources.flatMap((source) => (source.kind === 'licence' ? [source.licenceType] : [])));
      return from === undefined ? [] : [[fieldId, from]];
    })),
    takenOver: new Map(child.needs.materials.flatMap(({ material: { key } }): [string, string][] => {
      const from = fromBefore(child.key, licenceTypesOf({ [key]: child.substitutes[key] ?? [] }));
      return from === undefined ? [] : [[key, from]];
    })),
  })));
}

/** The one form without asking for what only the results of its items will say: shown, and filled in later. */
function leaveForLater(definition: FormDefinition, fields: readonly MergedField[], children: readonly BundleChild[]): FormDefinition {
  const from = new Map(fields.flatMap(({ id, sources }): [string, string][] => {
    const origins = sources.map(({ item, fieldId }) => children.find(({ key }) => key === item)?.filledLater.get(fieldId));
    const [first] = origins;
    return first === undefined || origins.includes(undefined) ? [] : [[id, first]];
  }));
  const nameOf = (key: string): string => children.find((child) => child.key === key)?.version.elements.name ?? '';
  const relaxed = (field: FieldCell['field']): FieldCell['field'] => {
    const origin = from.get(field.id);
    if (origin === undefined) return field;
    // Without its data element nothing else offers to fill it in.
    const { required: _required, requiredWhen: _requiredWhen, dataElement: _dataElement, ...rest } = field;
    return { ...rest, readOnly: true, help: `“${nameOf(origin)}”办好后自动填写，不用填。` } as FieldCell['field'];
  };
  return {
    ...definition, sections: definition.sections.map((section) => ({
      ...section, rows: section.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => (cell.kind === 'field' ? { ...cell, field: relaxed(cell.field) } : cell)) })),
    })),
  };
}

/** A material of the one set as those need it who must be given it; none when the bundle itself brings it forth. */
function sharedMaterial({ key, name, material, neededBy }: MergedMaterial, children: readonly BundleChild[]): NeededMaterial[] {
  const parts = neededBy.flatMap(({ item, itemName, key: own }) => {
    const child = children.find((one) => one.key === item);
    const needed = child?.needs.materials.find((one) => one.material.key === own);
    return child && needed && !child.takenOver.has(own) ? [{ itemName, needed }] : [];
  });
  const [first] = parts;
  if (!first) return [];
  const all = parts.map(({ needed }) => needed.material);
  const shared: ApplicationMaterial = {
    ...material, key, name, necessity: parts.some(({ needed }) => isRequired(needed)) ? '1' : first.needed.material.necessity,
    maxFiles: Math.min(...all.map(({ maxFiles }) => maxFiles)),
    // A licence that suits all who receive it.
    replacedByLicenceTypes: first.needed.material.replacedByLicenceTypes.filter((type) => all.every(({ replacedByLicenceTypes }) => replacedByLicenceTypes.includes(type))),
  };
  return [{ material: shared, reason: `用于：${parts.map(({ itemName }) => itemName).join('、')}` }];
}

/** What is given for the one set as the part of one item, by the keys of the item's own materials. */
export function splitMaterials({ applicable: { plan } }: BundleNeeds, item: string, given: readonly DraftMaterial[]): DraftMaterial[] {
  return plan.materials.materials.flatMap(({ key, neededBy }) => {
    const own = neededBy.find((one) => one.item === item);
    const entry = given.find((one) => one.key === key);
    return own && entry ? [{ ...entry, key: own.key }] : [];
  });
}

/** Answers to the one form, checked, and as each item's own form takes them; `issues` name fields and materials of the one form. */
export interface CheckedBundle {
  readonly value: Record<string, unknown>;
  readonly byItem: ReadonlyMap<string, Record<string, unknown>>;
  readonly issues: readonly Issue[];
}

/** Checks an application for a bundle before it is handed in: the one form, each item's own form and the one set of materials. */
export function checkBundleApplication(
  ctx: Context, bundle: BundleNeeds, answers: Record<string, unknown>, locked: Record<string, unknown>, materials: readonly DraftMaterial[],
): CheckedBundle {
  const { plan: { form: { fields } } } = bundle.applicable;
  const whole = checkAnswers(ctx, bundle.needs, answers, locked, 'submit');
  const parts = bundle.children.map(({ key, needs, filledLater }) => {
    const { value, issues } = checkAnswers(ctx, needs, splitAnswers(fields, key, whole.value), splitAnswers(fields, key, locked), 'submit');
    return { key, value, issues: issues.filter(({ path }) => !filledLater.has(path)) };
  });
  const own = parts.flatMap(({ key, issues }) => issues.map((issue) => ({ ...issue, path: mergedPath(fields, key, issue.path) })));
  // What several items find at one field is told once.
  const byPath = new Map([...own, ...whole.issues].map((issue) => [issue.path, issue]));
  return {
    value: whole.value, byItem: new Map(parts.map(({ key, value }) => [key, value])),
    issues: [...byPath.values(), ...checkMaterials(bundle.needs, materials)],
  };
}
