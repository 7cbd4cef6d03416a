import type { BodyOf } from '@tongban/contract-kit';
import { authorize } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { claimFiles, findFiles } from '../../../kernel/files/index.ts';
import { readElements } from '../../data-elements/index.ts';
import type { createDocumentType as createOperation, DocumentType, editDocumentType as editOperation, TypeContent } from '../catalogue.contract.ts';
import { fail } from '../errors.ts';
import { presentType } from '../queries/list-types.ts';
import { getTypeRecord } from '../queries/type-record.ts';
import type { RecognitionTables } from '../tables.ts';

/** The catalogue is the whole platform's: a department's administrator may read it. */
const edit = 'recognition.catalogue.edit';

/** @throws recognition.field-doubled, recognition.element-unknown, recognition.region-without-sample, recognition.sample-not-picture */
async function checkContent(ctx: Context, content: TypeContent): Promise<void> {
  const keys = content.fields.map(({ key }) => key);
  const doubled = keys.find((key, index) => keys.indexOf(key) !== index);
  if (doubled !== undefined) throw fail('recognition.field-doubled', { key: doubled });
  const named = content.fields.flatMap((field) => field.elements);
  const elements = new Set((await readElements(ctx, named)).map(({ code }) => code));
  const unknown = named.find((element) => !elements.has(element));
  if (unknown !== undefined) throw fail('recognition.element-unknown', { element: unknown });
  if (content.sampleFileId === null) {
    if (content.fields.some(({ region }) => region !== null)) throw fail('recognition.region-without-sample');
    return;
  }
  const [file] = await findFiles(ctx, [content.sampleFileId]);
  if (!file || (file.mediaType !== 'image/jpeg' && file.mediaType !== 'image/png')) throw fail('recognition.sample-not-picture');
}

function authorship({ actor, kernel }: Context) {
  return { editedById: actor.id, editedByName: actor.name, editedAt: kernel.clock.now() };
}

function claimSample(ctx: Context, batch: WriteBatch, typeId: string, { sampleFileId }: TypeContent, before: string | null): void {
  if (sampleFileId !== null && sampleFileId !== before) claimFiles(batch, [sampleFileId], { type: 'document-type', id: typeId }, { uploadedBy: ctx.actor.id });
}

/** Adds a kind of material to the catalogue; it is not recognised until it is switched on (DEC-05). @throws recognition.code-taken and what `checkContent` throws */
export async function createDocumentType(ctx: Context, { code, content }: BodyOf<typeof createOperation>, state: 'draft' | 'active' = 'draft'): Promise<DocumentType> {
  authorize(ctx, edit, {});
  await checkContent(ctx, content);
  const id = createId();
  const batch = new WriteBatch().onViolation('document_type_code', () => fail('recognition.code-taken', { code }));
  writesFor<RecognitionTables>(batch).insert('recognition.documentType', { id, code, name: content.name, state, revision: 1, content, ...authorship(ctx) });
  claimSample(ctx, batch, id, content, null);
  recordAudit(ctx, batch, { action: 'recognition.create-type', objectType: 'document-type', objectId: id, detail: { code } });
  await commit(ctx, batch);
  return presentType(ctx, await getTypeRecord(ctx, id));
}

/** Changes rules, thresholds and template of a kind, or switches it on or off; what was read before stays as it is. @throws recognition.type-stale and what `checkContent` throws */
export async function editDocumentType(ctx: Context, typeId: string, { revision, state, content }: BodyOf<typeof editOperation>): Promise<DocumentType> {
  authorize(ctx, edit, {});
  const record = await getTypeRecord(ctx, typeId);
  if (record.revision !== revision) throw fail('recognition.type-stale');
  await checkContent(ctx, content);
  const batch = new WriteBatch();
  writesFor<RecognitionTables>(batch).update('recognition.documentType', { name: content.name, state, content, revision: revision + 1, ...authorship(ctx) }, { id: typeId, revision },
    { expected: 1, otherwise: () => fail('recognition.type-stale') });
  claimSample(ctx, batch, typeId, content, record.content.sampleFileId);
  recordAudit(ctx, batch, { action: 'recognition.edit-type', objectType: 'document-type', objectId: typeId, detail: { revision: revision + 1, state } });
  await commit(ctx, batch);
  return presentType(ctx, await getTypeRecord(ctx, typeId));
}
