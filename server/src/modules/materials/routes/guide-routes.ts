import { readFile, toFileAnswer } from '../../../kernel/files/index.ts';
import { handle } from '../../../kernel/module/index.ts';
import * as contract from '../contract.ts';
import { findGuideMaterials, findPublicFile, findReviewSamples } from '../queries/guide-materials.ts';

/** Seconds for which a browser may keep a form: a replaced one has another address. */
const keptSeconds = 3_600;

/** What the library offers beside a published guide and a case. */
export const guideRoutes = [
  handle(contract.getGuideMaterials, (ctx, { params }) => findGuideMaterials(ctx, params.itemId)),
  handle(contract.downloadGuideFile, async (ctx, { params }) =>
    ({ ...toFileAnswer(await readFile(ctx, await findPublicFile(ctx, params.fileId))), cacheSeconds: keptSeconds })),
  handle(contract.getReviewSamples, async (ctx, { params }) => ({ materials: await findReviewSamples(ctx, params.versionId) })),
];
