import type { Context } from '../../../kernel/context.ts';
import { getForm, getPinnedVersion } from '../../catalog/index.ts';
import { getCaseRecord, listCurrentMaterials, readAnswers, type CaseRecord } from '../../cases/index.ts';
import { decryptDraft, getDraftRecord, readDraftNeeds, type DraftRecord } from '../../intake/index.ts';
import type { FormDefinition } from '@tongban/form-model';
import { fail } from '../errors.ts';

/** One uploaded file of an application. */
export interface ApplicationFile { fileId: string; fileName: string; materialKey: string; materialName: string }

/** An application with its files and what they are compared with. */
export interface ApplicationFiles {
  files: ApplicationFile[];
  definition: FormDefinition;
  answers: Record<string, unknown>;
  holder: { kind: 'person' | 'company'; id: string };
}

/** The files of one's own draft. @throws intake.draft-not-found */
export async function filesOfDraft(ctx: Context, draftId: string): Promise<ApplicationFiles & { record: DraftRecord }> {
  const record = await getDraftRecord(ctx, draftId);
  const { needs } = await readDraftNeeds(ctx, record);
  const names = new Map(needs.materials.map(({ material }) => [material.key, material.name]));
  return {
    record, definition: needs.definition, answers: decryptDraft(ctx, 'answers', record), holder: { kind: record.applicantKind, id: record.applicantId },
    files: record.materials.flatMap(({ key, files }) => files.map(({ id, name }) => ({ fileId: id, fileName: name, materialKey: key, materialName: names.get(key) ?? '' }))),
  };
}

/** The files of a case that count now; skips access control. */
export async function unsafeFilesOfCase(ctx: Context, record: CaseRecord): Promise<ApplicationFile[]> {
  const materials = await listCurrentMaterials(ctx, record);
  return materials.flatMap(({ key, name, files }) => files.map((file) => ({ fileId: file.id, fileName: file.name, materialKey: key, materialName: name })));
}

/** The files of a case that the actor may see. @throws cases.not-found */
export async function filesOfCase(ctx: Context, caseId: string): Promise<ApplicationFiles & { record: CaseRecord }> {
  const record = await getCaseRecord(ctx, caseId);
  const [version, answers, files] = await Promise.all([getPinnedVersion(ctx, record.itemVersionId), readAnswers(ctx, record), unsafeFilesOfCase(ctx, record)]);
  return { record, files, answers, definition: getForm(version, record.formKey).definition as FormDefinition, holder: { kind: record.applicantKind, id: record.applicantId } };
}

/** The file by its id. @throws recognition.file-not-found when the application does not have it */
export function requireFile(files: readonly ApplicationFile[], fileId: string): ApplicationFile {
  const file = files.find((one) => one.fileId === fileId);
  if (!file) throw fail('recognition.file-not-found');
  return file;
}
