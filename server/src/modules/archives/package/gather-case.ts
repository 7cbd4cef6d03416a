import { formatAnswer, listFields, type FormatOptions, type FormDefinition } from '@tongban/form-model';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { renderDocument, type DocumentDefinition } from '../../../kernel/documents/index.ts';
import { listFilesOf, readFile, type FileRecord } from '../../../kernel/files/index.ts';
import { getForm, getPinnedVersion, wordsFor, type PinnedVersion } from '../../catalog/index.ts';
import { drawNotice, listActions, listAnswers, listMaterials, listNotices, unsafeFindCase, type ActionRow, type CaseRecord, type MaterialRow, type NoticeRow } from '../../cases/index.ts';
import { unsafeFindLicenceFile } from '../../licences/index.ts';
import type { ArchivedFile } from '../contract.ts';
import { fail } from '../errors.ts';

/** A file on its way into a package. */
export interface GatheredFile {
  path: string;
  part: ArchivedFile['part'];
  name: string;
  mediaType: string;
  content: Buffer;
  /** The stored file it is a copy of; absent for what is written for the package. */
  stored?: FileRecord;
}

/** A file that belongs into the package and cannot be read. */
export interface LostFile { name: string; reason: string }

/** All that is kept of a case. */
export interface GatheredCase {
  record: CaseRecord;
  version: PinnedVersion;
  actions: readonly ActionRow[];
  materials: readonly MaterialRow[];
  notices: readonly NoticeRow[];
  files: readonly GatheredFile[];
  lost: readonly LostFile[];
}

const folders: Readonly<Record<ArchivedFile['part'], string>> = { description: '', application: '申请表', material: '申请材料', notice: '文书', result: '结果', signature: '签名', attachment: '过程附件' };

/** Puts files into folders, numbered within each in their order, so that names that occur twice stay apart. */
class Shelf {
  readonly files: GatheredFile[] = [];
  readonly lost: LostFile[] = [];
  readonly #counts = new Map<string, number>();
  readonly #ctx: Context;

  constructor(ctx: Context) {
    this.#ctx = ctx;
  }

  put(part: ArchivedFile['part'], file: Omit<GatheredFile, 'path' | 'part'>): void {
    const number = (this.#counts.get(part) ?? 0) + 1;
    this.#counts.set(part, number);
    this.files.push({ ...file, part, path: `${folders[part]}/${String(number).padStart(3, '0')}_${file.name.replace(/[\\/:*?"<>|]/g, '_')}` });
  }

  async copy(part: ArchivedFile['part'], fileId: string, name: string): Promise<void> {
    try {
      const { file, content } = await readFile(this.#ctx, fileId);
      this.put(part, { name: file.name, mediaType: file.mediaType, content, stored: file });
    } catch (error) {
      this.lost.push({ name, reason: error instanceof Error ? error.message : String(error) });
    }
  }
}

/**
 * Reads a case as it is to be kept: the application of every round as PDF, all materials also where a later round replaced
 * them, sealed documents, result, and what was attached on the way. @throws archives.not-found
 */
export async function gatherCase(ctx: Context, caseId: string): Promise<GatheredCase> {
  const record = await unsafeFindCase(ctx, caseId);
  if (!record) throw fail('archives.not-found');
  const [version, actions, materials, notices] = await Promise.all([
    getPinnedVersion(ctx, record.itemVersionId), listActions(ctx, caseId), listMaterials(ctx, caseId), listNotices(ctx, caseId),
  ]);
  const shelf = new Shelf(ctx);
  await putApplications(ctx, shelf, record, version);
  const taken = new Set<string>();
  const copy = async (part: ArchivedFile['part'], fileId: string, name: string): Promise<void> => {
    if (taken.has(fileId)) return;
    taken.add(fileId);
    await shelf.copy(part, fileId, name);
  };
  for (const material of materials) for (const { id, name } of material.files) await copy('material', id, name);
  if (record.agent?.letter) await copy('material', record.agent.letter.id, record.agent.letter.name);
  for (const notice of notices) await copy('notice', await drawNotice(ctx, notice), `${notice.title} ${notice.documentNumber}`);
  if (record.result) {
    const fileId = await unsafeFindLicenceFile(ctx, record.result.id);
    if (fileId === null) shelf.lost.push({ name: record.result.name, reason: '证照文件还没有制作' });
    else await copy('result', fileId, record.result.name);
  }
  for (const { fileId, name } of signaturesOf(actions)) await copy('signature', fileId, name);
  for (const { id, name } of await listFilesOf(ctx, { type: 'case', id: caseId })) await copy('attachment', id, name);
  return { record, version, actions, materials, notices, files: shelf.files, lost: shelf.lost };
}

/** Signatures that were given at the counter: for papers and for the result. */
export function signaturesOf(actions: readonly ActionRow[]): { fileId: string; name: string }[] {
  return actions.flatMap(({ detail, opinion }) => (typeof detail['signatureFileId'] === 'string' ? [{ fileId: detail['signatureFileId'], name: opinion ?? '签名' }] : []));
}

const printed: DocumentDefinition = {
  kind: 'notice', code: 'archived-application', name: '申请表', title: '{{formName}}', number: '办件编号：{{caseNumber}}',
  blocks: [
    { type: 'paragraph', text: '申请人：{{applicant}}　　事项：{{itemName}}', indent: false },
    { type: 'paragraph', text: '由系统按申请人{{on|date}}提交的内容生成，供归档。', indent: false },
    { type: 'table', each: 'answers', columns: [{ title: '填写项', share: 3, text: '{{label}}' }, { title: '填写内容', share: 7, text: '{{value}}' }] },
  ],
};

async function putApplications(ctx: Context, shelf: Shelf, record: CaseRecord, version: PinnedVersion): Promise<void> {
  const form = getForm(version, record.formKey);
  const definition = form.definition as FormDefinition;
  for (const { round, at, answers } of await listAnswers(ctx, record)) {
    const data = {
      formName: form.name, caseNumber: record.number, applicant: record.applicantName, itemName: record.itemName, on: chinaDate(at), answers: linesOf(definition, answers, await wordsFor(ctx, definition, answers)),
    };
    const name = round === 0 ? '申请表.pdf' : `申请表（第${round}次补正）.pdf`;
    try {
      shelf.put('application', { name, mediaType: 'application/pdf', content: await renderDocument(printed, data, { createdAt: at }) });
    } catch (error) {
      shelf.lost.push({ name, reason: error instanceof Error ? error.message : String(error) });
    }
  }
}

/** What was filled in, as lines of label and words; the rows of a table one after another. */
function linesOf(definition: FormDefinition, answers: Readonly<Record<string, unknown>>, words: FormatOptions): { label: string; value: string }[] {
  return listFields(definition).flatMap((field) => {
    const value = answers[field.id];
    if (field.type !== 'table') {
      const text = formatAnswer(field, value, words);
      return text === '' ? [] : [{ label: field.label, value: text }];
    }
    const rows = Array.isArray(value) ? value.filter((row): row is Record<string, unknown> => typeof row === 'object' && row !== null) : [];
    return rows.map((row, index) => ({
      label: `${field.label}（第 ${index + 1} 行）`,
      value: field.columns.map((column) => `${column.label}：${formatAnswer(column, row[column.id], words)}`).join('；'),
    }));
  });
}
