import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { getPinnedVersion, getPublishedItem } from '../../catalog/index.ts';
import type { ApplicationMaterial } from '../../catalog/contract.ts';
import { publicKinds } from '../actions/material-files.ts';
import { fail } from '../errors.ts';
import type { GuideMaterial, OfferedFile, OfferedSubstitute, ReviewSamples } from '../guide.contract.ts';
import type { FileKind } from '../library.contract.ts';
import { describeConditions, resolveSubstitutes, type Substitute } from '../substitutes.ts';
import type { MaterialsTables } from '../tables.ts';
import { resolveStandardCodes } from './resolve-codes.ts';

interface FoundFile extends OfferedFile { targetId: string; reviewPointId: string | null }

/** Files of the given kinds by the id of the material that stands for theirs. */
async function findFilesOf(ctx: Context, ids: readonly string[], kinds: readonly FileKind[]): Promise<FoundFile[]> {
  if (ids.length === 0) return [];
  return tablesOf<MaterialsTables>(ctx.kernel.db).selectFrom('materials.file as f').innerJoin('materials.material as m', 'm.id', 'f.materialId')
    .select(['f.id', 'f.materialId', 'f.kind', 'f.title', 'f.note', 'f.name', 'f.size', 'f.mediaType', 'f.reviewPointId'])
    .select((eb) => eb.fn.coalesce('m.mergedInto', 'm.id').as('targetId'))
    .where((eb) => eb.or([eb('m.id', 'in', ids), eb('m.mergedInto', 'in', ids)])).where('f.kind', 'in', kinds).orderBy('f.addedAt').orderBy('f.id').execute();
}

function presentFile({ targetId: _target, reviewPointId: _point, ...file }: FoundFile): OfferedFile {
  return file;
}

/** Rules of materials that were merged may say the same; a reader is told once. */
function sayOnce(substitutes: readonly Substitute[]): OfferedSubstitute[] {
  const offered = substitutes.map((one) => ({
    licenceTypeCode: one.licenceTypeCode, licenceTypeName: one.licenceTypeName, conditions: describeConditions(one), legalBasis: one.legalBasis,
  }));
  return [...new Map(offered.map((one) => [`${one.licenceTypeCode} ${one.conditions ?? ''}`, one])).values()];
}

const codesOf = (materials: readonly ApplicationMaterial[]): string[] => materials.flatMap(({ standardCode }) => standardCode ?? []);

/** What the library adds to the guide of a published item: forms, examples, and licences that stand for a material. */
export async function findGuideMaterials(ctx: Context, itemId: string): Promise<{ itemId: string; materials: GuideMaterial[] }> {
  const { materials } = (await getPublishedItem(ctx, itemId)).elements;
  const [resolved, substitutes] = await Promise.all([resolveStandardCodes(ctx.kernel, codesOf(materials)), resolveSubstitutes(ctx.kernel, materials)]);
  // A draft of the library is nobody's example yet.
  const ids = [...resolved.values()].filter(({ state }) => state !== 'draft').map(({ id }) => id);
  const files = await findFilesOf(ctx, [...new Set(ids)], publicKinds);
  return {
    itemId, materials: materials.flatMap(({ key, standardCode }): GuideMaterial[] => {
      const target = standardCode === undefined ? undefined : resolved.get(standardCode);
      const own = files.filter(({ targetId }) => targetId === target?.id).map(presentFile);
      const offered = sayOnce(substitutes[key] ?? []);
      return own.length + offered.length === 0 ? [] : [{ key, standardCode: target?.code ?? null, files: own, substitutes: offered }];
    }),
  };
}

const reviewKinds = ['example', 'pass-sample', 'fail-sample'] as const satisfies readonly FileKind[];

interface PointRow { id: string; stage: string; text: string; targetId: string }

async function findPoints(ctx: Context, pointIds: readonly string[]): Promise<PointRow[]> {
  if (pointIds.length === 0) return [];
  return tablesOf<MaterialsTables>(ctx.kernel.db).selectFrom('materials.reviewPoint as p').innerJoin('materials.material as m', 'm.id', 'p.materialId')
    .select(['p.id', 'p.stage', 'p.text']).select((eb) => eb.fn.coalesce('m.mergedInto', 'm.id').as('targetId')).where('p.id', 'in', pointIds).execute();
}

/**
 * The samples that an officer may open while ticking the review points of a version (GDE-03): those of the material as a
 * whole, and those of the point of the library that the item took over or that says the same.
 */
export async function findReviewSamples(ctx: Context, versionId: string): Promise<ReviewSamples[]> {
  const { materials } = (await getPinnedVersion(ctx, versionId)).elements;
  const resolved = await resolveStandardCodes(ctx.kernel, codesOf(materials));
  const files = await findFilesOf(ctx, [...new Set([...resolved.values()].map(({ id }) => id))], reviewKinds);
  const points = await findPoints(ctx, [...new Set(files.flatMap(({ reviewPointId }) => reviewPointId ?? []))]);
  return materials.flatMap((material): ReviewSamples[] => {
    const target = material.standardCode === undefined ? undefined : resolved.get(material.standardCode);
    const own = files.filter(({ targetId }) => targetId === target?.id);
    if (own.length === 0) return [];
    const ofPoint = ({ libraryPointId, stage, text }: ApplicationMaterial['reviewPoints'][number]) => points
      .filter((point) => point.targetId === target?.id && (point.id === libraryPointId || (point.stage === stage && point.text === text.trim()))).map(({ id }) => id);
    const shown = material.reviewPoints.map((point) => ({ key: point.key, files: own.filter(({ reviewPointId }) => reviewPointId !== null && ofPoint(point).includes(reviewPointId)) }));
    const placed = new Set(shown.flatMap((point) => point.files.map(({ id }) => id)));
    return [{
      // A sample whose point the item does not have still shows what is right and what is wrong with the material.
      key: material.key, files: own.filter(({ id }) => !placed.has(id)).map(presentFile),
      points: shown.filter((point) => point.files.length > 0).map((point) => ({ key: point.key, files: point.files.map(presentFile) })),
    }];
  });
}

/** The stored file that everyone may download as part of a guide. @throws materials.file-not-found */
export async function findPublicFile(ctx: Context, id: string): Promise<string> {
  const file = await tablesOf<MaterialsTables>(ctx.kernel.db).selectFrom('materials.file as f').innerJoin('materials.material as m', 'm.id', 'f.materialId')
    .select('f.fileId').where('f.id', '=', id).where('f.kind', 'in', publicKinds).where('m.state', '<>', 'draft').executeTakeFirst();
  if (!file) throw fail('materials.file-not-found');
  return file.fileId;
}

/** The stored file of a material, for staff. @throws materials.file-not-found */
export async function findLibraryFile(ctx: Context, materialId: string, id: string): Promise<string> {
  const file = await tablesOf<MaterialsTables>(ctx.kernel.db).selectFrom('materials.file as f').innerJoin('materials.material as m', 'm.id', 'f.materialId')
    .select('f.fileId').where('f.id', '=', id).where((eb) => eb.or([eb('m.id', '=', materialId), eb('m.mergedInto', '=', materialId)])).executeTakeFirst();
  if (!file) throw fail('materials.file-not-found');
  return file.fileId;
}
