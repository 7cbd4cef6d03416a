import { handle } from '../../../kernel/module/index.ts';
import { copyForm as copy } from '../actions/copy-form.ts';
import { discardDraft as discard } from '../actions/discard-draft.ts';
import { createHandlingItem as addHandlingItem, setParentItem as setParent } from '../actions/handling-items.ts';
import { moveItem as move } from '../actions/move-item.ts';
import { addFormPart as addPart, editFormPart as editPart } from '../actions/save-form-part.ts';
import { createFromTemplate as createFrom, listTemplates as readTemplates, setTemplate as markTemplate } from '../actions/templates.ts';
import { prepareBulkChange as prepare } from '../bulk/prepare-bulk-change.ts';
import { getBulkChange as readBulk, listBulkChangeItems as readBulkItems, listBulkChanges as readBulks } from '../bulk/read-bulk-change.ts';
import { beginBulkChange } from '../bulk/run-bulk-change.ts';
import {
  addFormPart, copyForm, createFromTemplate, createHandlingItem, discardDraft, editFormPart, exportStaffItems, getBulkChange, listBulkChangeItems, listBulkChanges, listFormParts, listFormPartUses, listForms, listTags, listTemplates, moveItem,
  prepareBulkChange, runBulkChange, saveTag, setParentItem, setTemplate, undoBulkChange,
} from '../contract.ts';
import { exportStaffItems as exportItems } from '../queries/export-staff-items.ts';
import { getFormPart, listFormParts as readParts, listFormPartUses as readPartUses } from '../queries/form-parts.ts';
import { listForms as readForms } from '../queries/list-forms.ts';
import { listTags as readTags, saveTag as writeTag } from '../tags.ts';

/** What keeps a whole catalogue in order: handling items, departments that change, templates, tags, changes over many items. */
export const managementRoutes = [
  handle(exportStaffItems, (ctx, { query }) => exportItems(ctx, query)),
  handle(createHandlingItem, (ctx, { params, body }) => addHandlingItem(ctx, params.itemId, body.name)),
  handle(setParentItem, (ctx, { params, body }) => setParent(ctx, params.itemId, body.parentItemId)),
  handle(moveItem, (ctx, { params, body }) => move(ctx, params.itemId, body)),
  handle(discardDraft, (ctx, { params, body }) => discard(ctx, params.versionId, body.revision)),
  handle(listTemplates, async (ctx, { query }) => ({ templates: await readTemplates(ctx, query.taskType) })),
  handle(setTemplate, (ctx, { params, body }) => markTemplate(ctx, params.versionId, body.name)),
  handle(createFromTemplate, (ctx, { body }) => createFrom(ctx, body)),
  handle(listTags, async (ctx) => ({ tags: await readTags(ctx) })),
  handle(listFormParts, async (ctx) => ({ parts: await readParts(ctx) })),
  handle(addFormPart, async (ctx, { body }) => getFormPart(ctx, await addPart(ctx, body))),
  handle(editFormPart, async (ctx, { params, body }) => {
    await editPart(ctx, params.partId, body);
    return getFormPart(ctx, params.partId);
  }),
  handle(listFormPartUses, async (ctx, { params }) => ({ uses: await readPartUses(ctx, params.partId) })),
  handle(listForms, (ctx, { query }) => readForms(ctx, query)),
  handle(copyForm, (ctx, { params, body }) => copy(ctx, params.versionId, body)),
  handle(saveTag, (ctx, { params, body }) => writeTag(ctx, params.code, body)),
  handle(prepareBulkChange, async (ctx, { body }) => readBulk(ctx, await prepare(ctx, body))),
  handle(listBulkChanges, (ctx, { query }) => readBulks(ctx, query)),
  handle(getBulkChange, (ctx, { params }) => readBulk(ctx, params.bulkChangeId)),
  handle(listBulkChangeItems, (ctx, { params, query }) => readBulkItems(ctx, params.bulkChangeId, query)),
  handle(runBulkChange, (ctx, { params }) => beginBulkChange(ctx, params.bulkChangeId, 'run')),
  handle(undoBulkChange, (ctx, { params }) => beginBulkChange(ctx, params.bulkChangeId, 'undo')),
];
