import { toFileAnswer } from '../../../kernel/files/index.ts';
import { handle } from '../../../kernel/module/index.ts';
import { agreeToPartialDelivery, deliverBundle } from '../actions/deliver-bundle.ts';
import { rateBundle } from '../actions/rate-bundle.ts';
import { submitBundle } from '../actions/submit-bundle.ts';
import { supplementBundle } from '../actions/supplement-bundle.ts';
import { withdrawBundle } from '../actions/withdraw-bundle.ts';
import * as contract from '../contract.ts';
import { findApplications, findMyApplications } from '../queries/list-applications.ts';
import { findBundleOfCase, viewApplication } from '../queries/view-application.ts';
import { readApplicationFile } from '../queries/read-application-file.ts';
import { viewSupplement } from '../queries/view-supplement.ts';

export const bundleApplicationRoutes = [
  handle(contract.submitBundleDraft, (ctx, { params, body }) => submitBundle(ctx, params.draftId, body)),
  handle(contract.listMyBundleApplications, (ctx, { query }) => findMyApplications(ctx, query)),
  handle(contract.listBundleApplications, (ctx, { query }) => findApplications(ctx, query)),
  handle(contract.getBundleApplication, (ctx, { params }) => viewApplication(ctx, params.applicationId)),
  handle(contract.getBundleOfCase, async (ctx, { params }) => ({ application: await findBundleOfCase(ctx, params.caseId) ?? null })),
  handle(contract.getJointSupplement, (ctx, { params }) => viewSupplement(ctx, params.applicationId)),
  handle(contract.downloadBundleFile, async (ctx, { params }) => toFileAnswer(await readApplicationFile(ctx, params.applicationId, params.fileId))),
  handle(contract.supplementBundle, async (ctx, { params, body }) => {
    await supplementBundle(ctx, params.applicationId, body);
    return viewApplication(ctx, params.applicationId);
  }),
  handle(contract.withdrawBundle, async (ctx, { params, body }) => {
    await withdrawBundle(ctx, params.applicationId, body);
    return viewApplication(ctx, params.applicationId);
  }),
  handle(contract.agreeToPartialDelivery, async (ctx, { params }) => {
    await agreeToPartialDelivery(ctx, params.applicationId);
    return viewApplication(ctx, params.applicationId);
  }),
  handle(contract.deliverBundle, async (ctx, { params, body }) => {
    await deliverBundle(ctx, params.applicationId, body);
    return viewApplication(ctx, params.applicationId);
  }),
  handle(contract.rateBundle, async (ctx, { params, body }) => {
    await rateBundle(ctx, params.applicationId, body);
    return viewApplication(ctx, params.applicationId);
  }),
];
