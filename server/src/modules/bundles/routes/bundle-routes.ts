import { requireStaff } from '../../../kernel/access/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { handle } from '../../../kernel/module/index.ts';
import { commentRoutes } from '../../../kernel/reviews/index.ts';
import { workbookAnswer } from '../../../kernel/spreadsheets/index.ts';
import { addBundles as add } from '../actions/add-bundles.ts';
import { claimBundle as claim } from '../actions/claim-bundle.ts';
import { createBundleDraft as startDraft } from '../actions/create-draft.ts';
import { editBundleVersion as edit } from '../actions/edit-version.ts';
import { importEntries } from '../actions/import-entries.ts';
import { retireBundle as retire } from '../actions/retire-bundle.ts';
import { reviewBundleVersion as review } from '../actions/review-version.ts';
import { submitBundleVersion as submit, withdrawBundleVersion as withdraw } from '../actions/submit-version.ts';
import { catalogueSheet, catalogueTemplate } from '../catalogue-sheet.ts';
import {
  addBundles, bundleComments, claimBundle, createBundleDraft, editBundleVersion, evaluateBundle, exportBundleCatalogue, getBundle, getBundleGuide, getBundleParts, getBundleTemplate,
  getBundleVersion, importBundles, listBundleCatalogue, listBundles, previewBundle, retireBundle, reviewBundleVersion, submitBundleVersion,
  withdrawBundleVersion,
} from '../contract.ts';
import { presentBundleDetail, presentBundleVersion, presentOutcome, presentSaved } from '../present.ts';
import { getBundleRecord, getBundleRow, getPublishedBundle, readItems } from '../queries/get-records.ts';
import { readParts } from '../queries/get-parts.ts';
import { findEntries, listCatalogue, listPublished } from '../queries/list-catalogue.ts';
import { discussedOf } from '../review-subject.ts';

/** What anyone may read of published bundles. */
export const publicBundleRoutes = [
  handle(listBundles, async (ctx, { query }) => ({ bundles: await listPublished(ctx, query) })),
  handle(getBundleGuide, async (ctx, { params }) => {
    const { bundle, version: { id, content }, items } = await getPublishedBundle(ctx, params.bundleId);
    return {
      id: bundle.id, versionId: id, name: bundle.name, summary: content.summary ?? null, audience: content.audience, leadDepartmentName: bundle.leadName,
      notes: content.notes, consultationTelephone: content.consultationTelephone ?? null, supervisionTelephone: content.supervisionTelephone ?? null,
      questions: content.questions,
      items: content.items.map(({ key, itemId, name }) => ({ itemId, name: items.get(key)?.elements.name ?? name, departmentName: items.get(key)?.elements.departmentName ?? '' })),
    };
  }),
  handle(evaluateBundle, async (ctx, { params, body }) => {
    const { bundle, version, items } = await getPublishedBundle(ctx, params.bundleId);
    return presentOutcome(bundle.name, version.content, items, body.answers);
  }),
];

/** What departments do: claim, configure, review. */
export const staffBundleRoutes = [
  handle(listBundleCatalogue, (ctx, { query }) => listCatalogue(ctx, query)),
  handle(getBundle, async (ctx, { params }) => presentBundleDetail(ctx, await getBundleRow(ctx, params.bundleId, 'bundles.bundle.view'))),
  handle(addBundles, (ctx, { body }) => {
    const { organizationPath, regionCode } = requireStaff(ctx);
    return add(ctx, { organizationPath, regionCode }, body.entries);
  }),
  handle(importBundles, (ctx, _input, { files }) => {
    const { organizationPath, regionCode } = requireStaff(ctx);
    return importEntries(ctx, { organizationPath, regionCode }, files);
  }),
  handle(getBundleTemplate, async () => workbookAnswer('一件事目录导入模板.xlsx', catalogueTemplate())),
  handle(exportBundleCatalogue, async (ctx, { query }) => workbookAnswer(`一件事目录-${chinaDate(ctx.kernel.clock.now())}.xlsx`, catalogueSheet(await findEntries(ctx, query)))),
  handle(claimBundle, (ctx, { params, body }) => claim(ctx, params.bundleId, body.organizationId)),
  handle(createBundleDraft, (ctx, { params }) => startDraft(ctx, params.bundleId)),
  handle(getBundleVersion, async (ctx, { params }) => presentBundleVersion(ctx, await getBundleRecord(ctx, params.versionId, 'bundles.bundle.view'))),
  handle(editBundleVersion, async (ctx, { params, body }) => presentSaved(ctx, params.versionId, await edit(ctx, params.versionId, body.revision, body.content))),
  handle(getBundleParts, async (ctx, { params }) => readParts(ctx, await getBundleRecord(ctx, params.versionId, 'bundles.bundle.view'))),
  handle(previewBundle, async (ctx, { params, body }) => {
    const { bundle, version } = await getBundleRecord(ctx, params.versionId, 'bundles.bundle.view');
    return presentOutcome(bundle.name, version.content, await readItems(ctx, version), body.answers);
  }),
  ...commentRoutes(bundleComments, async (ctx, versionId, permission) => discussedOf(ctx, await getBundleRecord(ctx, versionId, permission))),
  handle(submitBundleVersion, (ctx, { params, body }) => submit(ctx, params.versionId, body.revision)),
  handle(withdrawBundleVersion, (ctx, { params, body }) => withdraw(ctx, params.versionId, body.revision)),
  handle(reviewBundleVersion, (ctx, { params, body }) => review(ctx, params.versionId, body)),
  handle(retireBundle, (ctx, { params, body }) => retire(ctx, params.bundleId, body.reason)),
];
