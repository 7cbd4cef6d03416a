import type { Context } from '../../kernel/context.ts';
import { renderDocument } from '../../kernel/documents/index.ts';
import { storeFile } from '../../kernel/files/index.ts';
import type { ApplicationMaterial } from '../../modules/catalog/contract.ts';
import type { MaterialContent } from '../../modules/materials/contract.ts';
import {
  addMaterialFile, addReviewPoint, findMaterialsByName, importMaterials, materialNameKey, proposeSubstitution, reviewSubstitution,
  submitSubstitution, type NamedMaterial,
} from '../../modules/materials/index.ts';
import { districtRegion, getDemoDepartment, type SeedItem, type SeedLicenceType } from '../content/index.ts';
import { duplicateMaterials, electronicLicenceBasis, leftUnmapped, libraryPoints, mappedToDuplicate } from './library-content.ts';
import { sampleDocuments } from './sample-documents.ts';

/** The standard code of a material of a demonstration item; undefined where mapping is left to be done. */
export type StandardCodeOf = (itemKey: string, materialName: string) => string | undefined;

/** What the demonstration city offers. */
export interface DemoContent {
  readonly items: readonly SeedItem[];
  readonly licenceTypes: readonly SeedLicenceType[];
}

function licenceTypesNamed(licenceTypes: readonly SeedLicenceType[], name: string): string[] {
  return licenceTypes.filter((type) => materialNameKey(type.name) === materialNameKey(name)).map(({ code }) => code);
}

function contentOf(material: ApplicationMaterial, licenceTypes: readonly SeedLicenceType[]): MaterialContent {
  const { name, type, form, necessity, source, sourceExplanation, issuingAuthority, pageFormat, fillingInstructions, acceptanceStandard } = material;
  const authority = issuingAuthority ?? (source === '20' ? sourceExplanation ?? '有关行政机关' : undefined);
  return {
    kind: 'application', name, aliases: [], type, form, necessity: necessity === '2' ? '2' : '1', source, acceptanceStandard,
    sensitive: /身份证|户口簿|银行|体检|诊断/.test(name), licenceTypes: licenceTypesNamed(licenceTypes, name),
    ...(sourceExplanation === undefined ? {} : { sourceExplanation }), ...(authority === undefined ? {} : { issuingAuthority: authority }),
    ...(pageFormat === undefined ? {} : { pageFormat }), ...(fillingInstructions === undefined ? {} : { fillingInstructions }),
  };
}

/** One standard material for each name that the demonstration items use, and the results they lead to. */
function libraryContents({ items, licenceTypes }: DemoContent): MaterialContent[] {
  const byKey = new Map<string, MaterialContent>();
  for (const material of items.flatMap(({ elements }) => elements.materials)) {
    const key = materialNameKey(material.name);
    if (!byKey.has(key)) byKey.set(key, contentOf(material, licenceTypes));
  }
  const all = [...byKey.values()];
  const duplicates = duplicateMaterials.flatMap(({ of, name, change }) => {
    const original = all.find((content) => content.name === of);
    return original ? [{ ...original, name, licenceTypes: [], ...change }] : [];
  });
  const issued = licenceTypes.map(({ code, name, issuer }): MaterialContent => ({
    kind: 'issued', name, aliases: [], type: '1', form: '2', necessity: '1', source: '20', issuingAuthority: getDemoDepartment(issuer).name, acceptanceStandard: '载明持证人、有效期和签发机关，电子签章有效。',
    sensitive: false, licenceTypes: [code],
  }));
  // The last added stand first in the list: what applicants give before what they are given.
  return [...issued, ...duplicates, ...all];
}

const known = (content: Pick<MaterialContent, 'kind' | 'name'>): string => `${content.kind} ${content.name}`;

async function addFiles(ctx: Context, material: NamedMaterial, pointIds: ReadonlyMap<string, string>): Promise<void> {
  for (const { kind, title, note, point, definition } of sampleDocuments.filter((one) => one.material === material.name)) {
    const content = await renderDocument(definition, {}, { createdAt: ctx.kernel.clock.now() });
    const file = await storeFile(ctx, { fileName: `${title}.pdf`, content }, { purpose: 'standard-material' });
    const reviewPointId = point === undefined ? undefined : pointIds.get(point);
    await addMaterialFile(ctx, material.id, { fileId: file.id, kind, title, ...(note === undefined ? {} : { note }), ...(reviewPointId === undefined ? {} : { reviewPointId }) });
  }
}

async function addPointsAndFiles(ctx: Context, material: NamedMaterial): Promise<void> {
  const pointIds = new Map<string, string>();
  for (const point of libraryPoints[material.name] ?? []) pointIds.set(point.text, await addReviewPoint(ctx, material.id, point));
  await addFiles(ctx, material, pointIds);
}

/** A licence of the platform stands for the material that it is. */
async function addSubstitution(ctx: Context, reviewer: Context, material: NamedMaterial, licenceTypeCode: string): Promise<void> {
  const terms = { licenceTypeCode, holderKind: 'any' as const, minimumDaysLeft: 0, legalBasis: electronicLicenceBasis };
  const id = await proposeSubstitution(ctx, { materialId: material.id, terms }, '/');
  await submitSubstitution(ctx, id, 1);
  await reviewSubstitution(reviewer, id, { revision: 2, decision: 'approve', opinion: '依据明确，同意。' });
}

/**
 * Adds the standard materials of the demonstration items that are not there yet, with forms, samples and substitution rules.
 * The licence types must be there. Gives how the items refer to them.
 */
export async function seedMaterials(ctx: Context, reviewer: Context, content: DemoContent): Promise<StandardCodeOf> {
  const contents = libraryContents(content);
  const materials = new Map((await findMaterialsByName(ctx.kernel, contents.map(({ name }) => name))).map((material) => [known(material), material]));
  const missing = contents.filter((one) => !materials.has(known(one)));
  for (const material of await importMaterials(ctx, missing, { regionCode: districtRegion, organizationPath: '/' })) {
    materials.set(known(material), material);
    if (material.kind === 'issued') continue;
    await addPointsAndFiles(ctx, material);
    for (const code of missing.find((one) => known(one) === known(material))?.licenceTypes ?? []) await addSubstitution(ctx, reviewer, material, code);
  }
  const codeOf = (name: string): string | undefined => {
    const exact = materials.get(known({ kind: 'application', name }));
    if (exact) return exact.code;
    return [...materials.values()].find((material) => material.kind === 'application' && materialNameKey(material.name) === materialNameKey(name))?.code;
  };
  const isLicence = (name: string): boolean => content.licenceTypes.some((type) => materialNameKey(type.name) === materialNameKey(name));
  return (itemKey, name) => (leftUnmapped.has(itemKey) && !isLicence(name) ? undefined : codeOf(mappedToDuplicate[itemKey]?.[name] ?? name));
}
