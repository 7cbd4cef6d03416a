import { handle } from '../../../kernel/module/index.ts';
import { previewLicenceType } from '../actions/preview-licence-type.ts';
import { changeLicenceTypeState, createLicenceType, editLicenceType } from '../actions/write-licence-type.ts';
import * as contract from '../contract.ts';
import { findLicenceTypes } from '../queries/licence-type-list.ts';
import { listFormFields, viewLicenceType } from '../queries/view-licence-type.ts';

/** What administrators do with the licence catalogue (LIC-01). */
export const licenceTypeRoutes = [
  handle(contract.listLicenceTypes, (ctx, { query }) => findLicenceTypes(ctx, query)),
  handle(contract.getLicenceType, (ctx, { params }) => viewLicenceType(ctx, params.code)),
  handle(contract.createLicenceType, async (ctx, { body }) => viewLicenceType(ctx, await createLicenceType(ctx, body))),
  handle(contract.editLicenceType, async (ctx, { params, body }) => {
    await editLicenceType(ctx, params.code, body);
    return viewLicenceType(ctx, params.code);
  }),
  handle(contract.changeLicenceTypeState, async (ctx, { params, body }) => {
    await changeLicenceTypeState(ctx, params.code, body);
    return viewLicenceType(ctx, params.code);
  }),
  handle(contract.listFormFields, (ctx, { params }) => listFormFields(ctx, params.itemId)),
  handle(contract.previewLicenceType, async (ctx, { body }) => ({
    contentType: 'application/pdf', fileName: `${body.content.name}（预览）.pdf`, content: await previewLicenceType(ctx, body), disposition: 'inline' as const,
  })),
];
