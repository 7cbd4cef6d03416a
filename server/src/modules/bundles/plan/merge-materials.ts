import type { ApplicationMaterial } from '../../catalog/contract.ts';
import type { SharedMaterial } from '../content.contract.ts';
import type { ChosenItem } from './bundle-items.ts';

/** A material of the one set, with the items it is handed on to. */
export interface MergedMaterial {
  /** Key in the bundle: that of the first item's material, after the item's. */
  readonly key: string;
  readonly name: string;
  /** As the first item that needs it has it; necessary when any item needs it, as many originals and copies as the one that needs most. */
  readonly material: ApplicationMaterial;
  readonly neededBy: readonly { readonly item: string; readonly itemName: string; readonly key: string }[];
  /** What made them one: the library's code, the configuration, or nothing because only one item needs it. */
  readonly mergedBy: 'standard' | 'configured' | 'alone';
}

export interface MergedMaterials {
  readonly materials: readonly MergedMaterial[];
  /** Materials of the items one by one, application forms left out: they are the one form. */
  readonly separateCount: number;
  /** Same names that are not merged, for the administrator to map or merge. */
  readonly sameNamed: readonly { readonly name: string; readonly items: readonly string[] }[];
}

interface Part { item: ChosenItem; material: ApplicationMaterial }

/** Makes one set out of the materials of all items: by standard material, and as configured (BDL-01). */
export function mergeMaterials(chosen: readonly ChosenItem[], shared: readonly SharedMaterial[]): MergedMaterials {
  const parts: Part[] = chosen.flatMap((item) => item.materials.filter(({ formKey }) => formKey === undefined).map((material) => ({ item, material })));
  const groups = new Map<string, { parts: Part[]; name: string | undefined; by: MergedMaterial['mergedBy'] }>();
  for (const part of parts) {
    const configured = shared.findIndex(({ materials }) => materials.some(({ item, key }) => item === part.item.item.key && key === part.material.key));
    const [key, name, by] = groupOf(part, configured === -1 ? undefined : shared[configured], configured);
    const group = groups.get(key) ?? { parts: [], name, by };
    group.parts.push(part);
    groups.set(key, group);
  }
  const materials = [...groups.values()].map(({ parts: same, name, by }) => mergeParts(same, name, by));
  return { materials, separateCount: parts.length, sameNamed: findSameNamed(materials) };
}

function groupOf({ item, material }: Part, shared: SharedMaterial | undefined, index: number): [key: string, name: string | undefined, by: MergedMaterial['mergedBy']] {
  if (shared) return [`shared ${index}`, shared.name, 'configured'];
  if (material.standardCode !== undefined) return [`standard ${material.standardCode}`, undefined, 'standard'];
  return [`own ${item.item.key} ${material.key}`, undefined, 'alone'];
}

const necessities = ['1', '3', '2'];

function mergeParts(parts: readonly Part[], name: string | undefined, by: MergedMaterial['mergedBy']): MergedMaterial {
  const [first] = parts;
  if (!first) throw new Error('a group of materials holds at least one');
  const all = parts.map(({ material }) => material);
  const strictest = all.map(({ necessity }) => necessity).toSorted((one, other) => necessities.indexOf(one) - necessities.indexOf(other))[0];
  return {
    key: `${first.item.item.key}.${first.material.key}`, name: name ?? first.material.name, mergedBy: parts.length > 1 ? by : 'alone',
    material: {
      ...first.material, necessity: strictest ?? first.material.necessity,
      originals: Math.max(...all.map(({ originals }) => originals)), copies: Math.max(...all.map(({ copies }) => copies)),
      reviewPoints: [],
      replacedByLicenceTypes: [...new Set(all.flatMap(({ replacedByLicenceTypes }) => replacedByLicenceTypes))],
      // A file that suits all who receive it.
      fileTypes: first.material.fileTypes.filter((type) => all.every(({ fileTypes }) => fileTypes.includes(type))),
    },
    neededBy: parts.map(({ item, material }) => ({ item: item.item.key, itemName: item.elements.name, key: material.key })),
  };
}

function findSameNamed(materials: readonly MergedMaterial[]): { name: string; items: string[] }[] {
  return [...groupByName(materials)].filter(([, same]) => same.length > 1).map(([name, same]) => ({ name, items: same.flatMap(({ neededBy }) => neededBy.map(({ itemName }) => itemName)) }));
}

function groupByName(materials: readonly MergedMaterial[]): Map<string, MergedMaterial[]> {
  const groups = new Map<string, MergedMaterial[]>();
  for (const material of materials) groups.set(material.name, [...groups.get(material.name) ?? [], material]);
  return groups;
}
