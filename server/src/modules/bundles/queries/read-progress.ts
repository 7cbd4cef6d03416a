import type { Kernel } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { BundleState } from '../contract.ts';
import type { BundlesTables } from '../tables.ts';

/** How far one bundle has come and who leads it. */
export interface BundleProgress {
  readonly id: string;
  readonly name: string;
  readonly state: BundleState;
  /** Null until a department claimed it. */
  readonly leadOrganizationId: string | null;
}

/** How far a bundle has come, for whoever keeps count; undefined when there is no such bundle. */
export async function readBundleProgress({ db }: Kernel, bundleId: string): Promise<BundleProgress | undefined> {
  return tablesOf<BundlesTables>(db).selectFrom('bundles.bundle').select(['id', 'name', 'state', 'leadOrganizationId']).where('id', '=', bundleId).executeTakeFirst();
}
