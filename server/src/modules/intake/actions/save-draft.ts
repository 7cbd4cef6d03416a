import type { BodyOf, ResponseOf } from '@tongban/contract-kit';
import { fileIdsIn } from '@tongban/form-model';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { CaseFile } from '../../cases/index.ts';
import { claimFiles, findFiles, releaseFiles } from '../../../kernel/files/index.ts';
import type { MaterialEntry, saveDraft as operation } from '../contract.ts';
import { readDraftNeeds } from '../draft-needs.ts';
import { decryptDraft, encryptDraft, getOpenDraft, type DraftRecord } from '../draft-record.ts';
import { fail } from '../errors.ts';
import { checkAnswers, type Requirements } from '../prepare-draft.ts';
import type { DraftMaterial, IntakeTables } from '../tables.ts';

/**
 * Checks the files named for materials and remembers their names; entries for materials that are not needed are dropped.
 * Files that the record holds already are kept as they are, and `uploads` are taken as they are. @throws intake.file-unknown
 */
export async function resolveMaterials(
  ctx: Context, needs: Requirements, entries: readonly MaterialEntry[], known: readonly DraftMaterial[], uploads: ReadonlyMap<string, CaseFile> = new Map(),
): Promise<{ materials: DraftMaterial[]; added: string[] }> {
  const needed = new Set(needs.materials.map(({ material }) => material.key));
  const wanted = [...new Map(entries.map((entry) => [entry.key, entry])).values()].filter(({ key }) => needed.has(key));
  const held = new Map([...uploads, ...known.flatMap(({ files }) => files).map((file) => [file.id, file] as const)]);
  const added = [...new Set(wanted.flatMap(({ fileIds }) => fileIds).filter((id) => !held.has(id)))];
  for (const { id, name, size, mediaType, uploadedBy, scanStatus } of await findFiles(ctx, added)) {
    if (uploadedBy === ctx.actor.id && scanStatus !== 'infected') held.set(id, { id, name, size, mediaType });
  }
  const materials = wanted.map((entry): DraftMaterial => ({
    key: entry.key, licenceId: entry.licenceId ?? null, licenceConsent: entry.licenceConsent ?? false,
    paperReceived: ctx.actor.kind === 'staff' && (entry.paperReceived ?? false),
    files: [...new Set(entry.fileIds)].map((id) => {
      const file = held.get(id);
      if (!file) throw fail('intake.file-unknown');
      return file;
    }),
  }));
  return { materials, added };
}

/** The files of an application: those of its materials, and those that its form names (attachments, pictures, signatures: FRM-01). */
export function filesNamed(answers: unknown, materials: readonly DraftMaterial[]): string[] {
  return [...new Set([...materials.flatMap(({ files }) => files.map(({ id }) => id)), ...fileIdsIn(answers)])];
}

/** The files that answers name now and did not before: uploads of the actor's own. @throws intake.file-unknown */
export async function newFormFiles(ctx: Context, before: unknown, answers: unknown): Promise<string[]> {
  const held = new Set(fileIdsIn(before));
  const added = fileIdsIn(answers).filter((id) => !held.has(id));
  const usable = (await findFiles(ctx, added)).filter(({ uploadedBy, scanStatus }) => uploadedBy === ctx.actor.id && scanStatus !== 'infected');
  if (usable.length < added.length) throw fail('intake.file-unknown');
  return added;
}

/** Stores what has been filled in so far; refused when the draft was changed elsewhere since (`intake.draft-stale`). */
export async function saveDraft(ctx: Context, draftId: string, input: BodyOf<typeof operation>): Promise<ResponseOf<typeof operation>> {
  const record = await getOpenDraft(ctx, draftId);
  if (record.revision !== input.revision) throw fail('intake.draft-stale');
  const { needs } = await readDraftNeeds(ctx, record);
  const { value, issues } = checkAnswers(ctx, needs, input.answers, decryptDraft(ctx, 'locked', record), 'draft');
  const { materials, added } = await resolveMaterials(ctx, needs, input.materials, record.materials);
  const before = decryptDraft(ctx, 'answers', record);
  const inForm = await newFormFiles(ctx, before, value);
  const kept = new Set(filesNamed(value, materials));
  const batch = new WriteBatch();
  claimFiles(batch, [...added, ...inForm], { type: 'draft', id: record.id }, { uploadedBy: ctx.actor.id });
  releaseFiles(ctx, batch, filesNamed(before, record.materials).filter((id) => !kept.has(id)), { type: 'draft', id: record.id });
  const savedAt = ctx.kernel.clock.now();
  updateDraft(batch, record, { answersCipher: encryptDraft(ctx, 'answers', record.id, value), materials, updatedAt: savedAt });
  await commit(ctx, batch);
  return { revision: record.revision + 1, savedAt: savedAt.toISOString(), issues };
}

/** Changes a draft in the batch unless somebody changed it since it was read. */
export function updateDraft(batch: WriteBatch, record: DraftRecord, change: Partial<DraftRecord>): void {
  writesFor<IntakeTables>(batch).update('intake.draft', { ...change, revision: record.revision + 1 },
    { id: record.id, revision: record.revision, submittedCaseId: null }, { expected: 1, otherwise: () => fail('intake.draft-stale') });
}
