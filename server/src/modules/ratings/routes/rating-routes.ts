import { handle } from '../../../kernel/module/index.ts';
import { advanceRectification } from '../actions/advance-rectification.ts';
import { createWindowLink } from '../actions/create-link.ts';
import { rateByLink, rateOwnCase } from '../actions/give-rating.ts';
import { readSettings } from '../actions/open-rectification.ts';
import { saveSettings } from '../actions/save-settings.ts';
import * as contract from '../contract.ts';
import { getLink } from '../links.ts';
import { listLevels } from '../options.ts';
import { exportRectifications, exportStatistics } from '../queries/export-ratings.ts';
import { readStatistics } from '../queries/get-statistics.ts';
import { findRatings, viewCaseRating } from '../queries/list-ratings.ts';
import { findRectifications, viewRectification } from '../queries/list-rectifications.ts';
import { presentSubject, unsafeGetCase } from '../rateable-case.ts';

export const ratingRoutes = [
  handle(contract.listRatingOptions, async (ctx) => ({ levels: await listLevels(ctx.kernel) })),
  handle(contract.rateCase, (ctx, { params, body }) => rateOwnCase(ctx, params.caseId, body)),
  handle(contract.getCaseRating, (ctx, { params }) => viewCaseRating(ctx, params.caseId)),
  handle(contract.getRatingLink, async (ctx, { params }) => presentSubject(ctx, await unsafeGetCase(ctx, (await getLink(ctx, params.token)).caseId))),
  handle(contract.rateByLink, (ctx, { params, body }) => rateByLink(ctx, params.token, body)),
  handle(contract.createRatingLink, (ctx, { params }) => createWindowLink(ctx, params.caseId)),
  handle(contract.listRatings, (ctx, { query }) => findRatings(ctx, query)),
  handle(contract.getRatingStatistics, (ctx, { query }) => readStatistics(ctx, query)),
  handle(contract.exportRatingStatistics, (ctx, { query }) => exportStatistics(ctx, query)),
  handle(contract.exportRectifications, (ctx, { query }) => exportRectifications(ctx, query)),
  handle(contract.listRectifications, (ctx, { query }) => findRectifications(ctx, query)),
  handle(contract.getRectification, (ctx, { params }) => viewRectification(ctx, params.rectificationId)),
  handle(contract.advanceRectification, (ctx, { params, body }) => advanceRectification(ctx, params.rectificationId, body)),
  handle(contract.getRatingSettings, (ctx) => readSettings(ctx)),
  handle(contract.saveRatingSettings, (ctx, { body }) => saveSettings(ctx, body)),
];
