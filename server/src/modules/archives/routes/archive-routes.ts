import { handle } from '../../../kernel/module/index.ts';
import { extendArchive } from '../actions/extend-archive.ts';
import { makeArchive } from '../actions/make-archive.ts';
import * as contract from '../contract.ts';
import { exportArchives } from '../queries/export-archives.ts';
import { findArchives, readFigures } from '../queries/list-archives.ts';
import { downloadArchive, viewArchive } from '../queries/view-archive.ts';
import { listRetention, removeRetention, saveRetention } from '../retention.ts';

export const archiveRoutes = [
  handle(contract.listArchives, (ctx, { query }) => findArchives(ctx, query)),
  handle(contract.exportArchives, (ctx, { query }) => exportArchives(ctx, query)),
  handle(contract.getArchiveFigures, (ctx) => readFigures(ctx)),
  handle(contract.getArchive, (ctx, { params }) => viewArchive(ctx, params.archiveId)),
  handle(contract.downloadArchive, (ctx, { params, query }) => downloadArchive(ctx, params.archiveId, query)),
  handle(contract.makeArchive, async (ctx, { params, body }) => {
    await makeArchive(ctx, params.archiveId, body);
    return viewArchive(ctx, params.archiveId);
  }),
  handle(contract.extendArchive, async (ctx, { params, body }) => {
    await extendArchive(ctx, params.archiveId, body);
    return viewArchive(ctx, params.archiveId);
  }),
  handle(contract.listRetention, (ctx) => listRetention(ctx)),
  handle(contract.saveRetention, async (ctx, { params, body }) => {
    await saveRetention(ctx, params.scope, params.key, body.years);
    return listRetention(ctx);
  }),
  handle(contract.removeRetention, async (ctx, { params }) => {
    await removeRetention(ctx, params.scope, params.key);
    return listRetention(ctx);
  }),
];
