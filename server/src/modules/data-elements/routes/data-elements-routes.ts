import { handle } from '../../../kernel/module/index.ts';
import { removeElement } from '../actions/remove-element.ts';
import { addElement, editElement } from '../actions/save-element.ts';
import { saveService } from '../actions/save-service.ts';
import * as contract from '../contract.ts';
import { findElements, listChoices } from '../queries/list-elements.ts';
import { listServices } from '../queries/sharing-services.ts';
import { abilitiesOf, viewElement } from '../queries/view-element.ts';

export const dataElementsRoutes = [
  handle(contract.listElements, (ctx, { query }) => findElements(ctx, query)),
  handle(contract.listElementChoices, (ctx) => listChoices(ctx)),
  handle(contract.getElement, (ctx, { params }) => viewElement(ctx, params.code)),
  handle(contract.addElement, (ctx, { body }) => addElement(ctx, body.code, body.content)),
  handle(contract.editElement, (ctx, { params, body }) => editElement(ctx, params.code, body)),
  handle(contract.removeElement, (ctx, { params }) => removeElement(ctx, params.code)),
  handle(contract.listSharingServices, async (ctx) => ({ ...await listServices(ctx), abilities: abilitiesOf(ctx) })),
  handle(contract.saveSharingService, (ctx, { params, body }) => saveService(ctx, params.service, body)),
];
