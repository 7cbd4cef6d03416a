import { toFileAnswer } from '../../../kernel/files/index.ts';
import { handle } from '../../../kernel/module/index.ts';
import { makeShare } from '../actions/make-share.ts';
import { openSharedFile, readSharedApplicant, readSharedFace } from '../actions/read-shared.ts';
import { scanCode } from '../actions/scan-code.ts';
import { withdrawShare } from '../actions/withdraw-share.ts';
import * as contract from '../contract.ts';
import { listShareable, listShareableFiles } from '../queries/list-shareable.ts';
import { viewScanned } from '../queries/view-scanned.ts';
import { listShares, presentOwn, viewShare } from '../queries/view-shares.ts';

export const shareRoutes = [
  handle(contract.listShareable, (ctx) => listShareable(ctx)),
  handle(contract.listShareableFiles, (ctx, { query }) => listShareableFiles(ctx, query)),
  handle(contract.makeShare, async (ctx, { body }) => {
    const { share, code, number } = await makeShare(ctx, body);
    return { share: await presentOwn(ctx, share), code, number };
  }),
  handle(contract.listShares, (ctx, { query }) => listShares(ctx, query)),
  handle(contract.getShare, (ctx, { params }) => viewShare(ctx, params.shareId)),
  handle(contract.withdrawShare, async (ctx, { params }) => {
    await withdrawShare(ctx, params.shareId);
    return viewShare(ctx, params.shareId);
  }),
  handle(contract.scanCode, (ctx, { body }) => scanCode(ctx, body.code)),
  handle(contract.getScannedShare, (ctx, { params }) => viewScanned(ctx, params.shareId)),
  handle(contract.readSharedApplicant, (ctx, { params }) => readSharedApplicant(ctx, params.shareId)),
  handle(contract.readSharedFace, async (ctx, { params, body }) => ({ face: await readSharedFace(ctx, params.shareId, params.thingId, body.purpose) })),
  handle(contract.openSharedFile, async (ctx, { params, query }) => toFileAnswer(await openSharedFile(ctx, params.shareId, params.thingId, query.purpose))),
];
