import { handle } from '../../../kernel/module/index.ts';
import { getDictionary as readDictionary } from '../../../kernel/dictionary/index.ts';
import {
  audiences, downloadGuideFile, getDictionary, getItemGuide, getPublishedVersion, listHotItems, listItemDepartments, listLicenceLives, listLifeStages, listThemes, searchItems, suggestItems,
} from '../contract.ts';
import { listGuideFileIds, readItemFile } from '../item-files.ts';
import { presentGuide } from '../present.ts';
import { getPinnedVersion, getPublishedItem, getVersionState } from '../queries/get-pinned-version.ts';
import { listHotItems as listHot } from '../queries/list-hot-items.ts';
import { listLicenceLives as listLives } from '../queries/list-licence-lives.ts';
import { listLifeStages as listStages } from '../queries/list-life-stages.ts';
import { listItemDepartments as listDepartments, listThemes as countThemes } from '../queries/list-themes.ts';
import { searchItems as search } from '../queries/search-items.ts';
import { answerOnce } from '../search/recent-answers.ts';
import { suggestItems as suggest } from '../queries/suggest-items.ts';

/** What anyone may read. */
export const publicRoutes = [
  handle(searchItems, (ctx, { query }) => search(ctx, query)),
  handle(suggestItems, async (ctx, { query }) => ({ suggestions: await suggest(ctx, query.q, query.limit ?? 8) })),
  handle(listHotItems, async (ctx, { query }) => ({ items: await listHot(ctx, query.audience, query.limit ?? 10) })),
  handle(getItemGuide, async (ctx, { params }) =>
    presentGuide(await answerOnce(ctx.kernel, `guide ${params.itemId}`, () => getPublishedItem(ctx, params.itemId)), 'published')),
  handle(listLicenceLives, (ctx, { params }) => answerOnce(ctx.kernel, `lives ${params.itemId}`, async () => ({ licences: await listLives(ctx, await getPublishedItem(ctx, params.itemId)) }))),
  handle(getPublishedVersion, async (ctx, { params }) =>
    presentGuide(await getPinnedVersion(ctx, params.versionId), await getVersionState(ctx, params.versionId))),
  handle(downloadGuideFile, async (ctx, { params }) => readItemFile(ctx, listGuideFileIds((await getPinnedVersion(ctx, params.versionId)).elements), params.fileId)),
  handle(listThemes, async (ctx, { query }) => ({ themes: await countThemes(ctx, query.audience ? [query.audience] : audiences) })),
  handle(listLifeStages, async (ctx, { query }) => ({ stages: await listStages(ctx, query.audience ? [query.audience] : audiences) })),
  handle(listItemDepartments, async (ctx, { query }) => ({ departments: await listDepartments(ctx, query.regionCode) })),
  handle(getDictionary, (ctx, { params }) => readDictionary(ctx.kernel, params.dictionary)),
];
