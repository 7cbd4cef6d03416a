import type { Page } from '@tongban/contract-kit';
import type { Context } from '../../../kernel/context.ts';
import { mandateLimit, unsafeListFiledMaterials } from '../../cases/index.ts';
import { listHeldLicences } from '../../licences/index.ts';
import type { ShareableFile, ShareableLicence } from '../contract.ts';
import { subjectOf } from '../share-record.ts';

/** Most licences that are offered; nobody picks among more. */
export const mostLicences = 200;

/** Licences in force of the person, or of whom the person acts for as far as the mandate reaches (INT-09, IDN-03). */
export async function listShareable(ctx: Context): Promise<{ items: ShareableLicence[]; more: boolean; minutes: number }> {
  const held = await listHeldLicences(ctx, subjectOf(ctx), mostLicences);
  const limit = mandateLimit(ctx);
  const allowed = await Promise.all(held.map(({ caseId }) => limit.allowsCase(caseId)));
  return {
    items: held.filter((_licence, index) => allowed[index]).map(({ id, name, number, issuerName, validTo }) => ({ id, name, number, issuerName, validTo })),
    more: held.length === mostLicences, minutes: ctx.kernel.config.shareCodeMinutes,
  };
}

/** Files given in earlier cases, a page of cases at a time, as far as an agent's mandate reaches. */
export async function listShareableFiles(ctx: Context, paging: { limit?: number; cursor?: string }): Promise<Page<ShareableFile>> {
  const { items, nextCursor } = await unsafeListFiledMaterials(ctx, subjectOf(ctx), paging);
  const limit = mandateLimit(ctx);
  const allowed = await Promise.all(items.map((one) => limit.allows(one)));
  return {
    nextCursor,
    items: items.filter((_one, index) => allowed[index]).flatMap(({ caseId, number, itemName, submittedAt, materials }) => materials.flatMap(({ name: materialName, files }) => files.map(({ id, name, size, mediaType }) => (
      { caseId, fileId: id, caseNumber: number, itemName, submittedAt: submittedAt.toISOString(), materialName, name, size, mediaType })))),
  };
}
