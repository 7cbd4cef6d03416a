import type { ApplicationMaterial, ItemElements } from '../catalog/contract.ts';
import type { PublicMaterial } from './entry.contract.ts';

/** How the materials of an implementation list stand to those of its entry. */
export interface MaterialComparison {
  readonly same: boolean;
  /** Names of ours that the superior list does not ask for (减证便民). */
  readonly extra: readonly string[];
  readonly missing: readonly string[];
  readonly changed: readonly string[];
}

/** Compares by standard material where both name one, else by name without marks. */
export function compareMaterials(incoming: readonly PublicMaterial[], ours: readonly ApplicationMaterial[]): MaterialComparison {
  const pairs = incoming.map((material) => ({ material, own: findOwn(material, ours) }));
  const known = new Set(pairs.map(({ own }) => own));
  const extra = ours.filter((own) => !known.has(own)).map(({ name }) => name);
  const missing = pairs.filter(({ own }) => own === undefined).map(({ material }) => material.name);
  const changed = pairs.filter(({ material, own }) => own !== undefined && differs(material, own)).map(({ material }) => material.name);
  return { same: extra.length + missing.length + changed.length === 0, extra, missing, changed };
}

function findOwn(material: PublicMaterial, ours: readonly ApplicationMaterial[]): ApplicationMaterial | undefined {
  const byStandard = material.standardCode === undefined ? undefined : ours.find(({ standardCode }) => standardCode === material.standardCode);
  return byStandard ?? ours.find(({ name }) => bareName(name) === bareName(material.name));
}

/** A name without marks and brackets' shapes: 营业执照（副本） and 营业执照(副本) are the same material. */
function bareName(name: string): string {
  return name.normalize('NFKC').replace(/[\s《》“”"'、，,。.]/g, '');
}

function differs(material: PublicMaterial, own: ApplicationMaterial): boolean {
  return Object.entries(material).some(([key, value]) => key === 'name' ? bareName(own.name) !== bareName(material.name) : value !== undefined && own[key as keyof PublicMaterial] !== value);
}

/**
 * The materials after taking over the superior list: ours keep their keys, forms, conditions and review points, new ones get a
 * key, those it no longer asks for go.
 */
export function mergeMaterials(incoming: readonly PublicMaterial[], { materials: ours }: Pick<ItemElements, 'materials'>): Pick<ItemElements, 'materials' | 'noMaterials'> {
  const taken = new Set(ours.map(({ key }) => key));
  const materials = incoming.map((material) => {
    const own = findOwn(material, ours);
    return own ? { ...own, ...material } : newMaterial(material, freeKey(taken));
  });
  return { materials, noMaterials: materials.length === 0 };
}

function freeKey(taken: Set<string>): string {
  for (let number = taken.size + 1; ; number += 1) {
    const key = `material-${number}`;
    if (taken.has(key)) continue;
    taken.add(key);
    return key;
  }
}

function newMaterial(material: PublicMaterial, key: string): ApplicationMaterial {
  const { acceptanceStandard = '内容真实、清晰，在有效期内。' } = material;
  return { ...material, key, acceptanceStandard, replacedByLicenceTypes: [], fileTypes: ['pdf', 'jpg', 'png', 'ofd'], maxFiles: 5, reviewPoints: [] };
}
