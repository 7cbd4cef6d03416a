import type { BodyOf, Issue } from '@tongban/contract-kit';
import { fileIdsIn, renameFiles } from '@tongban/form-model';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import { claimFiles, copyFiles, nameCopies } from '../../../kernel/files/index.ts';
import { mergedPath, splitAnswers } from '../../bundles/index.ts';
import { readAnswers, unsafeFindCase, type CaseFile, type CaseRecord } from '../../cases/index.ts';
import { addSupplement, checkAnswers, failIntake, newFormFiles, readPinnedBundle, resolveMaterials, splitMaterials, type BundleNeeds, type DraftMaterial } from '../../intake/index.ts';
import type { supplementBundle as operation } from '../contract.ts';
import { fail } from '../errors.ts';
import { decryptAnswers, encryptAnswers, getOwnApplication, listChildren, type ApplicationRecord, type ChildRecord } from '../record.ts';
import type { BundleApplicationsTables } from '../tables.ts';
import { changeApplication } from './advance-application.ts';

type Input = BodyOf<typeof operation>;

/** An item whose department waits for the applicant. */
export interface Supplementing { readonly child: ChildRecord; readonly record: CaseRecord }

/** The items of an application that are to be supplemented, as their cases stand now. */
export async function listSupplementing(ctx: Context, applicationId: string): Promise<Supplementing[]> {
  const found = await Promise.all((await listChildren(ctx, applicationId)).map(async (child) => ({ child, record: child.caseId === null ? undefined : await unsafeFindCase(ctx, child.caseId) })));
  return found.flatMap(({ child, record }) => (record?.status === 'supplementing' ? [{ child, record }] : []));
}

/**
 * Answers all notices at once: each case gets its part of what was given as a round of its own, and its time runs again; cases
 * that were not asked for anything stay as they are. One statement.
 * @throws bundle-applications.nothing-to-supplement, bundle-applications.other-notices, intake.incomplete with paths of the one form
 */
export async function supplementBundle(ctx: Context, applicationId: string, input: Input): Promise<void> {
  const application = await getOwnApplication(ctx, applicationId);
  const asked = await listSupplementing(ctx, applicationId);
  if (asked.length === 0) throw fail('bundle-applications.nothing-to-supplement');
  const answered = new Set(input.caseIds);
  if (asked.length !== answered.size || !asked.every(({ record }) => answered.has(record.id))) throw fail('bundle-applications.other-notices');
  const bundle = await readPinnedBundle(ctx, application.bundleVersionId, application.guidance);
  const { materials, added } = await resolveMaterials(ctx, bundle.needs, input.materials, []);
  const { value } = checkAnswers(ctx, bundle.needs, input.answers, {}, 'draft');
  const current = await Promise.all(asked.map(({ record }) => readAnswers(ctx, record)));
  const inForm = await newFormFiles(ctx, [decryptAnswers(ctx, 'application', application), ...current], value);

  const batch = new WriteBatch();
  const issues: Issue[] = [];
  for (const [place, one] of asked.entries()) issues.push(...await addPart(ctx, batch, bundle, one, input, { materials, before: current[place], named: new Set(fileIdsIn(value)) }));
  if (issues.length > 0) throw failIntake('intake.incomplete', { count: issues.length }, { issues });
  await carryOn(ctx, batch, application, bundle, value, materials);
  claimFiles(batch, [...added, ...inForm], { type: 'bundle-application', id: application.id }, { uploadedBy: ctx.actor.id });
  recordAudit(ctx, batch, { action: 'bundle-applications.supplement-application', objectType: 'bundle-application', objectId: application.id, detail: { cases: asked.map(({ record }) => record.number) } });
  await commit(ctx, batch);
}

/** What was mended is mended for the items that have not begun yet, too. */
async function carryOn(ctx: Context, batch: WriteBatch, application: ApplicationRecord, bundle: BundleNeeds, value: Record<string, unknown>, materials: readonly DraftMaterial[]): Promise<void> {
  const { fields } = bundle.applicable.plan.form;
  const waiting = (await listChildren(ctx, application.id)).filter(({ state }) => state === 'waiting');
  for (const { id, key } of waiting) {
    const child = bundle.children.find((one) => one.key === key);
    const own = child && checkAnswers(ctx, child.needs, splitAnswers(fields, key, value), {}, 'submit');
    if (own?.issues.length !== 0) continue;
    writesFor<BundleApplicationsTables>(batch).update('bundleApplications.child', { answersCipher: encryptAnswers(ctx, 'child', id, own.value) }, { id, state: 'waiting' }, { expected: 1, otherwise: () => fail('bundle-applications.stale') });
  }
  const replaced = new Set(materials.map(({ key }) => key));
  changeApplication(ctx, batch, application, {
    answersCipher: encryptAnswers(ctx, 'application', application.id, value), materials: [...application.materials.filter(({ key }) => !replaced.has(key)), ...materials],
  });
}

/** What is given for all cases: materials, and the files that the one form names, all of them the application's or its cases'. */
interface Given { materials: readonly DraftMaterial[]; named: ReadonlySet<string>; /** The answers of this case so far. */ before: unknown }

/** Adds one case's part, with files of its own; faults of its form are told at the fields of the one form. */
async function addPart(ctx: Context, batch: WriteBatch, bundle: BundleNeeds, { child: { key }, record }: Supplementing, input: Input, { materials, named, before }: Given): Promise<Issue[]> {
  const { fields } = bundle.applicable.plan.form;
  const given = splitMaterials(bundle, key, materials);
  const held = new Set(fileIdsIn(before));
  const answers = splitAnswers(fields, key, input.answers);
  const copies = nameCopies([...given.flatMap(({ files }) => files.map(({ id }) => id)), ...fileIdsIn(answers).filter((id) => named.has(id) && !held.has(id))]);
  const own = given.map((entry) => ({ ...entry, files: entry.files.map((file) => ({ ...file, id: copies.get(file.id) ?? file.id })) }));
  const uploads = new Map(own.flatMap(({ files }) => files.map((file): [string, CaseFile] => [file.id, file])));
  try {
    await addSupplement(ctx, batch, record, {
      answers: renameFiles(answers, copies), ...(input.remark === undefined ? {} : { remark: input.remark }),
      materials: own.map(({ files, ...entry }) => ({ ...entry, fileIds: files.map(({ id }) => id) })),
    }, uploads);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'intake.incomplete') throw error;
    return (error.issues ?? []).map((issue) => ({ ...issue, path: issue.path.startsWith('materials.') ? mergedMaterialPath(bundle, key, issue.path) : mergedPath(fields, key, issue.path) }));
  }
  await copyFiles(ctx, batch, copies, { type: 'case', id: record.id });
  return [];
}

function mergedMaterialPath({ applicable: { plan } }: BundleNeeds, item: string, path: string): string {
  const own = path.slice('materials.'.length);
  const shared = plan.materials.materials.find(({ neededBy }) => neededBy.some((one) => one.item === item && one.key === own));
  return `materials.${shared?.key ?? own}`;
}
