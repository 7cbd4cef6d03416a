import type { Context } from '../../kernel/context.ts';
import type { WriteBatch } from '../../kernel/db/index.ts';
import { claimFiles, findFiles, presentFile, readFile, toFileAnswer } from '../../kernel/files/index.ts';
import type { StoredFile } from '../../kernel/files/contract.ts';
import type { FileAnswer } from '../../kernel/module/index.ts';
import type { ItemElements } from './contract.ts';
import { fail } from './errors.ts';

/** Records whose files a guide may show: an item's own, another item's it was copied from, the materials library's. */
const shownOwners = new Set(['item', 'standard-material']);

/** Files that a guide offers: blank forms, samples of materials and of results. */
export function listGuideFileIds({ materials, results }: Pick<ItemElements, 'materials' | 'results'>): string[] {
  const named = [
    ...materials.flatMap(({ blankFormFileId, sample }) => [blankFormFileId, sample?.kind === 'file' ? sample.fileId : undefined]),
    ...results.map(({ sampleFileId }) => sampleFileId),
  ];
  return [...new Set(named.filter((id) => id !== undefined))];
}

/** Samples that only officers see, while they tick the points of conditions. */
export function listPointSampleIds({ conditionPoints = [] }: Pick<ItemElements, 'conditionPoints'>): string[] {
  return conditionPoints.flatMap(({ sampleFileId }) => sampleFileId ?? []);
}

/** Every file that elements name. */
export function listFileIds(elements: Pick<ItemElements, 'materials' | 'results' | 'conditionPoints'>): string[] {
  return [...new Set([...listGuideFileIds(elements), ...listPointSampleIds(elements)])];
}

/**
 * Makes the item the user of files that its elements newly name, in the batch. Only what the actor uploaded, or what an
 * item or the materials library shows already, may be named: otherwise a guide would publish somebody's private file.
 * @throws files.not-yours (at commit)
 */
export async function claimItemFiles(ctx: Context, batch: WriteBatch, itemId: string, before: ItemElements | undefined, after: ItemElements): Promise<void> {
  const known = new Set(before === undefined ? [] : listFileIds(before));
  const added = listFileIds(after).filter((id) => !known.has(id));
  const shown = new Set((await findFiles(ctx, added)).filter(({ owner }) => owner !== null && shownOwners.has(owner.type)).map(({ id }) => id));
  claimFiles(batch, added.filter((id) => !shown.has(id)), { type: 'item', id: itemId }, { uploadedBy: ctx.actor.id });
}

/** Facts of the files that elements name. */
export async function listItemFiles(ctx: Context, elements: ItemElements): Promise<StoredFile[]> {
  return (await findFiles(ctx, listFileIds(elements))).map(presentFile);
}

/** One of the files that elements name. @throws catalog.file-not-found also for a file that is not among `named` */
export async function readItemFile(ctx: Context, named: readonly string[], fileId: string): Promise<FileAnswer> {
  const [file] = named.includes(fileId) ? await findFiles(ctx, [fileId]) : [];
  if (!file?.owner || !shownOwners.has(file.owner.type)) throw fail('catalog.file-not-found');
  return toFileAnswer(await readFile(ctx, fileId));
}
