import { readFile, toFileAnswer } from '../../../kernel/files/index.ts';
import { handle } from '../../../kernel/module/index.ts';
import { changeMaterialState, editMaterial, setLicenceTypes } from '../actions/change-material.ts';
import { createMaterial } from '../actions/create-material.ts';
import { addMaterialFile, removeMaterialFile } from '../actions/material-files.ts';
import { addReviewPoint, editReviewPoint, removeReviewPoint } from '../actions/review-points.ts';
import * as contract from '../contract.ts';
import { exportMaterials } from '../queries/export-materials.ts';
import { findLibraryFile } from '../queries/guide-materials.ts';
import { mapLicenceTypes } from '../queries/licence-types.ts';
import { findStandardMaterials } from '../queries/list-materials.ts';
import { listUses } from '../queries/list-uses.ts';
import { getMaterialByCode, viewMaterial, viewMaterialById } from '../queries/view-material.ts';

/** The library itself: materials with their files, review points and licence types. */
export const libraryRoutes = [
  handle(contract.exportMaterials, (ctx, { query }) => exportMaterials(ctx, query)),
  handle(contract.listMaterials, (ctx, { query }) => findStandardMaterials(ctx, query)),
  handle(contract.getMaterial, async (ctx, { params }) => viewMaterial(ctx, await getMaterialByCode(ctx, params.code))),
  handle(contract.createMaterial, async (ctx, { body }) => viewMaterialById(ctx, await createMaterial(ctx, body))),
  handle(contract.editMaterial, async (ctx, { params: { materialId }, body }) => {
    await editMaterial(ctx, materialId, body.revision, body.content);
    return viewMaterialById(ctx, materialId);
  }),
  handle(contract.changeMaterialState, async (ctx, { params: { materialId }, body }) => {
    await changeMaterialState(ctx, materialId, body);
    return viewMaterialById(ctx, materialId);
  }),
  handle(contract.listMaterialUses, (ctx, { params, query }) => listUses(ctx, params.materialId, query)),
  handle(contract.addMaterialFile, async (ctx, { params: { materialId }, body }) => {
    await addMaterialFile(ctx, materialId, body);
    return viewMaterialById(ctx, materialId);
  }),
  handle(contract.removeMaterialFile, async (ctx, { params: { materialId, fileId } }) => {
    await removeMaterialFile(ctx, materialId, fileId);
    return viewMaterialById(ctx, materialId);
  }),
  handle(contract.downloadMaterialFile, async (ctx, { params }) => toFileAnswer(await readFile(ctx, await findLibraryFile(ctx, params.materialId, params.fileId)))),
  handle(contract.addReviewPoint, async (ctx, { params: { materialId }, body }) => {
    await addReviewPoint(ctx, materialId, body);
    return viewMaterialById(ctx, materialId);
  }),
  handle(contract.editReviewPoint, async (ctx, { params: { materialId, pointId }, body }) => {
    await editReviewPoint(ctx, materialId, pointId, body);
    return viewMaterialById(ctx, materialId);
  }),
  handle(contract.removeReviewPoint, async (ctx, { params: { materialId, pointId } }) => {
    await removeReviewPoint(ctx, materialId, pointId);
    return viewMaterialById(ctx, materialId);
  }),
  handle(contract.listLicenceTypes, async (ctx) => ({ types: await mapLicenceTypes(ctx) })),
  handle(contract.setLicenceTypes, async (ctx, { params: { materialId }, body }) => {
    await setLicenceTypes(ctx, materialId, body.revision, body.licenceTypes);
    return viewMaterialById(ctx, materialId);
  }),
];
