import { listDictionaryNames } from '../../../kernel/dictionary/index.ts';
import { handle } from '../../../kernel/module/index.ts';
import { commentRoutes, defaultProcessKey } from '../../../kernel/reviews/index.ts';
import { listDefinitions } from '../../../kernel/workflow/index.ts';
import { createDraft as startDraft } from '../actions/create-draft.ts';
import { createItem as addItem } from '../actions/create-item.ts';
import { editDraft as saveDraft } from '../actions/edit-draft.ts';
import { publishVersion as publish } from '../actions/publish-version.ts';
import { retireItem as retire } from '../actions/retire-item.ts';
import { reviewVersion as review, withdrawVersion as withdraw } from '../actions/review-version.ts';
import { submitVersion as submit } from '../actions/submit-version.ts';
import {
  compareElements, createDraft, createItem, diffVersions, downloadPointSample, downloadVersionFile, editDraft, getItemVersion, getStaffItem,
  listDictionaries, listHandlingProcesses, listProcessUses, listStaffItems, listStepForms, listVersionFiles, publishVersion, readPaperForm, retireItem, reviewVersion, submitVersion, versionComments, withdrawVersion,
} from '../contract.ts';
import { readPaper } from '../read-paper.ts';
import { listFileIds, listItemFiles, listPointSampleIds, readItemFile } from '../item-files.ts';
import { presentVersion } from '../present.ts';
import { getPinnedVersion } from '../queries/get-pinned-version.ts';
import { getItemRecord, getVersionRecord } from '../queries/get-version-record.ts';
import { getItemDetail } from '../queries/get-item-detail.ts';
import { listProcessUses as listUses } from '../queries/list-process-uses.ts';
import { listStepForms as listForms } from '../step-forms/step-forms.ts';
import { listStaffItems as listItems } from '../queries/list-staff-items.ts';
import { discussedOf } from '../review-subject.ts';

/** What the editors, reviewers and publishers of items do. */
export const staffRoutes = [
  handle(listStaffItems, (ctx, { query }) => listItems(ctx, query)),
  handle(getStaffItem, async (ctx, { params }) => {
    const item = await getItemRecord(ctx, params.itemId, 'catalog.item.view');
    return getItemDetail(ctx, item);
  }),
  handle(getItemVersion, async (ctx, { params }) => presentVersion(ctx, await getVersionRecord(ctx, params.versionId, 'catalog.item.view'))),
  handle(createItem, (ctx, { body }) => addItem(ctx, body.elements)),
  handle(createDraft, (ctx, { params, body }) => startDraft(ctx, params.itemId, body.fromVersionId)),
  handle(editDraft, (ctx, { params, body }) => saveDraft(ctx, params.versionId, body.revision, body.elements)),
  handle(listVersionFiles, async (ctx, { params }) => {
    const { version } = await getVersionRecord(ctx, params.versionId, 'catalog.item.view');
    return { files: await listItemFiles(ctx, version.elements) };
  }),
  handle(downloadVersionFile, async (ctx, { params }) => {
    const { version } = await getVersionRecord(ctx, params.versionId, 'catalog.item.view');
    return readItemFile(ctx, listFileIds(version.elements), params.fileId);
  }),
  // A department that only reviews may not see the item's versions, yet ticks its points: asked of what is published alone.
  handle(downloadPointSample, async (ctx, { params }) => readItemFile(ctx, listPointSampleIds((await getPinnedVersion(ctx, params.versionId)).elements), params.fileId)),
  handle(readPaperForm, (_ctx, _input, { files }) => readPaper(files)),
  handle(listDictionaries, async (ctx) => ({ dictionaries: await listDictionaryNames(ctx.kernel) })),
  handle(listHandlingProcesses, async (ctx) => {
    // Processes of reviews are chosen elsewhere.
    const definitions = (await listDefinitions(ctx.kernel, '')).filter(({ key }) => !key.startsWith(defaultProcessKey));
    return { processes: definitions.map(({ key, name, version }) => ({ key, name, version })) };
  }),
  handle(listStepForms, async (ctx, { params }) => ({ forms: await listForms(ctx, params.key) })),
  handle(listProcessUses, (ctx, { params, query }) => listUses(ctx, params.key, query)),
  handle(submitVersion, (ctx, { params, body }) => submit(ctx, params.versionId, body.revision)),
  handle(reviewVersion, (ctx, { params, body }) => review(ctx, params.versionId, body)),
  handle(withdrawVersion, (ctx, { params, body }) => withdraw(ctx, params.versionId, body.revision)),
  ...commentRoutes(versionComments, async (ctx, versionId, permission) => discussedOf(await getVersionRecord(ctx, versionId, permission))),
  handle(publishVersion, (ctx, { params, body }) => publish(ctx, params.versionId, body.revision)),
  handle(retireItem, (ctx, { params, body }) => retire(ctx, params.itemId, body.reason)),
  handle(diffVersions, async (ctx, { params, query }) => {
    const after = await getVersionRecord(ctx, params.versionId, 'catalog.item.view');
    const before = await getVersionRecord(ctx, query.against, 'catalog.item.view');
    return { differences: compareElements(before.version.elements, after.version.elements) };
  }),
];
