import type { Context } from '../../kernel/context.ts';
import { getPinnedVersion, licenceTypeOf } from '../catalog/index.ts';
import type { CaseRecord } from './record.ts';

/** Whether the decision leads to a licence that has not been made yet, so that there is nothing to deliver. */
export async function awaitsLicence(ctx: Context, record: CaseRecord): Promise<boolean> {
  if (record.status !== 'decided' || record.outcome !== 'approved' || record.result) return false;
  return licenceTypeOf(await getPinnedVersion(ctx, record.itemVersionId), record.situationKey) !== undefined;
}
