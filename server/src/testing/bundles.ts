import { systemActor } from '../kernel/access/index.ts';
import { systemContext } from '../kernel/context.ts';
import { addBundles, claimBundle, createBundleDraft as configure, findBundleEntries, reviewBundleVersion, submitBundleVersion } from '../modules/bundles/index.ts';
import { evaluateBundle, type BundleContent } from '../modules/bundles/contract.ts';
import { createBundleDraft, saveDraft, type Draft } from '../modules/intake/contract.ts';
import { submitBundleDraft, type BundleReceipt } from '../modules/bundle-applications/contract.ts';
import { districtRegion, type DepartmentName } from '../seed/content/index.ts';
import { gatherMaterials, sampleAnswersOf, type Guidance } from './apply.ts';
import type { Signed, TestCity } from './test-city.ts';

type Items = readonly (Omit<BundleContent['items'][number], 'itemId' | 'name'>)[];

/** Publishes a bundle of demonstration items; gives its id. */
export async function publishBundle(city: TestCity, code: string, lead: DepartmentName, content: Partial<BundleContent>, items: Items): Promise<string> {
  const [author, reviewer] = ['author', 'reviewer'].map((id) => systemContext(city.server.kernel, systemActor(id), 'test'));
  if (!author || !reviewer) throw new Error('two actors');
  await addBundles(author, { organizationPath: '/', regionCode: districtRegion }, [{ code, name: `${code}一件事`, audience: content.audience ?? 'company', cooperatingDepartmentNames: [] }]);
  const [entry] = await findBundleEntries(author, { q: code });
  if (!entry) throw new Error(`no bundle ${code}`);
  await claimBundle(author, entry.id, city.organizationId(lead));
  const draft = await configure(author, entry.id, {
    audience: 'company', lifeStages: [], sharedFields: [], separateFields: [], sharedMaterials: [], notes: [], questions: [], summary: '几件事一次办完。', consultationTelephone: '0826-1234567', supervisionTelephone: '0826-12345',
    ...content, items: items.map((item) => ({ ...item, itemId: city.itemId(item.key), name: item.key })),
  });
  if (draft.versionId === null) throw new Error('a draft has a version');
  const { revision } = await submitBundleVersion(author, draft.versionId, draft.revision);
  await reviewBundleVersion(reviewer, draft.versionId, { revision, decision: 'approve', opinion: '同意发布。' });
  return entry.id;
}

/** The samples of all items as answers to the one form: of each field that of the first item which asks it. */
async function sampleOf(filer: Signed, bundleId: string, answers: Guidance): Promise<Record<string, unknown>> {
  const { form } = await filer.http.call(evaluateBundle, { params: { bundleId }, body: { answers } });
  return Object.fromEntries((form?.fields ?? []).map(({ id, sources }) => [id, sources.map(({ item, fieldId }) => sampleAnswersOf(item)[fieldId]).find((value) => value !== undefined)]));
}

interface FilledBundle { draft: Draft; revision: number; answers: Record<string, unknown> }

/** Begins an application for a bundle and fills it in with samples and every material it needs. */
export async function fillBundle(filer: Signed, bundleId: string, guidance: Guidance, change: Record<string, unknown> = {}): Promise<FilledBundle> {
  return fillBundleDraft(filer, await filer.http.call(createBundleDraft, { params: { bundleId }, body: { guidance } }), bundleId, guidance, change);
}

/** Fills a draft for a bundle in, whoever began it for whom. */
export async function fillBundleDraft(filer: Signed, draft: Draft, bundleId: string, guidance: Guidance, change: Record<string, unknown> = {}): Promise<FilledBundle> {
  const answers = { ...await sampleOf(filer, bundleId, guidance), ...draft.answers, ...change };
  const { revision } = await filer.http.call(saveDraft, { params: { draftId: draft.id }, body: { revision: draft.revision, answers, materials: await gatherMaterials(filer, draft) } });
  return { draft, revision, answers };
}

export function handInBundle(filer: Signed, draftId: string, revision: number): Promise<BundleReceipt> {
  return filer.http.call(submitBundleDraft, { params: { draftId }, body: { revision, declared: true } });
}
