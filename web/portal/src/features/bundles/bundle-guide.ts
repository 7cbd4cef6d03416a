import type { ResponseOf } from '@tongban/contract-kit';
import type { getBundleGuide } from '@tongban/server/src/modules/bundles/contract.ts';

/** What the portal tells of a bundle before its questions are answered. */
export type BundleGuide = ResponseOf<typeof getBundleGuide>;
