import type { Context } from '../../../kernel/context.ts';
import { handle } from '../../../kernel/module/index.ts';
import { acceptCase } from '../actions/accept-case.ts';
import { agreeToPrefill, withdrawPrefillConsent } from '../actions/agree-to-prefill.ts';
import { createBundleDraft, createDraft, createWindowBundleDraft, createWindowDraft } from '../actions/create-draft.ts';
import { deleteDraft } from '../actions/delete-draft.ts';
import { withdrawCase } from '../actions/end-early.ts';
import { refuseCase } from '../actions/refuse-case.ts';
import { renewDraft } from '../actions/renew-draft.ts';
import { requestSupplement } from '../actions/request-supplement.ts';
import { saveDraft } from '../actions/save-draft.ts';
import { setDraftAgent } from '../actions/set-agent.ts';
import { submitDraft } from '../actions/submit-draft.ts';
import { supplementCase } from '../actions/supplement-case.ts';
import { findApplicantAtCounter } from '../applicant-profile.ts';
import * as contract from '../contract.ts';
import { getDraftRecord, getOpenDraft, type DraftRecord } from '../draft-record.ts';
import { presentPrefillAnswer } from '../prefill/present-prefill.ts';
import type { Requirements } from '../prepare-draft.ts';
import { listDrafts } from '../queries/list-drafts.ts';
import { presentDraft, presentTaken } from '../queries/present-draft.ts';
import { previewDraftChanges } from '../queries/preview-draft-changes.ts';
import { planRenewal } from '../renewal.ts';
import { scanForDraft, takeShared } from '../sharing/take-shared.ts';

const presentRefilled = (ctx: Context, { record, needs }: { record: DraftRecord; needs: Requirements }) => presentPrefillAnswer(ctx, record, needs);

export const intakeRoutes = [
  handle(contract.createDraft, async (ctx, { body }) => presentDraft(ctx, await createDraft(ctx, body))),
  handle(contract.createBundleDraft, async (ctx, { params, body }) => presentDraft(ctx, await createBundleDraft(ctx, { ...params, ...body }))),
  handle(contract.findCounterApplicant, async (ctx, { body }) => ({ applicant: await findApplicantAtCounter(ctx, body) })),
  handle(contract.createWindowBundleDraft, async (ctx, { body }) => presentDraft(ctx, await createWindowBundleDraft(ctx, body))),
  handle(contract.createWindowDraft, async (ctx, { body }) => presentDraft(ctx, await createWindowDraft(ctx, body))),
  handle(contract.listDrafts, async (ctx) => ({ items: await listDrafts(ctx) })),
  handle(contract.previewDraftChanges, (ctx, { params }) => previewDraftChanges(ctx, params.versionId, params.formKey)),
  handle(contract.getDraft, async (ctx, { params }) => presentDraft(ctx, await getDraftRecord(ctx, params.draftId))),
  handle(contract.saveDraft, (ctx, { params, body }) => saveDraft(ctx, params.draftId, body)),
  handle(contract.setDraftAgent, (ctx, { params, body }) => setDraftAgent(ctx, params.draftId, body)),
  handle(contract.compareNewerGuide, async (ctx, { params }) => (await planRenewal(ctx, await getOpenDraft(ctx, params.draftId))).told),
  handle(contract.renewDraft, async (ctx, { params, body }) => {
    const { record, done } = await renewDraft(ctx, params.draftId, body);
    return { draft: await presentDraft(ctx, record), done };
  }),
  handle(contract.deleteDraft, (ctx, { params }) => deleteDraft(ctx, params.draftId)),
  handle(contract.submitDraft, (ctx, { params, body }) => submitDraft(ctx, params.draftId, body)),
  handle(contract.agreeToPrefill, async (ctx, { params, body }) => presentRefilled(ctx, await agreeToPrefill(ctx, params.draftId, body))),
  handle(contract.withdrawPrefillConsent, async (ctx, { params, body }) => presentRefilled(ctx, await withdrawPrefillConsent(ctx, params.draftId, body.revision))),
  handle(contract.scanShareCode, (ctx, { params, body }) => scanForDraft(ctx, params.draftId, body.code)),
  handle(contract.takeShared, async (ctx, { params, body }) => presentTaken(ctx, await takeShared(ctx, params.draftId, body))),
  handle(contract.acceptCase, (ctx, { params, body }) => acceptCase(ctx, params.caseId, body)),
  handle(contract.refuseCase, (ctx, { params, body }) => refuseCase(ctx, params.caseId, body)),
  handle(contract.requestSupplement, (ctx, { params, body }) => requestSupplement(ctx, params.caseId, body)),
  handle(contract.supplementCase, (ctx, { params, body }) => supplementCase(ctx, params.caseId, body)),
  handle(contract.withdrawCase, (ctx, { params, body }) => withdrawCase(ctx, params.caseId, body)),
];
