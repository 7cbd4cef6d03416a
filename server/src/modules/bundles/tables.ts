import type { ColumnType } from 'kysely';
import type { Audience } from '../catalog/contract.ts';
import type { BundleContent, BundleState, BundleVersionState, Renewal } from './contract.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Json<T> = ColumnType<T, T | string, T | string>;

/** Rows of schema `bundles`. */
export interface BundlesTables {
  'bundles.bundle': {
    id: string;
    code: string;
    name: string;
    batch: string | null;
    audience: Audience;
    leadDepartmentName: string | null;
    cooperatingDepartmentNames: string[];
    leadOrganizationId: string | null;
    leadName: string | null;
    /** Path of who claimed it; of who entered it until then. */
    organizationPath: string;
    regionCode: string;
    state: BundleState;
    /** State of the new version of a published bundle. */
    renewal: Renewal | null;
    latestVersionId: string | null;
    latestVersionNumber: number | null;
    publishedVersionId: string | null;
    itemCount: number;
    createdAt: Instant;
    updatedAt: Instant;
  };
  'bundles.bundleVersion': {
    id: string;
    bundleId: string;
    number: number;
    state: BundleVersionState;
    revision: number;
    content: Json<BundleContent>;
    /** Versions of the items by their key, pinned when published. */
    itemVersions: Json<Record<string, string>>;
    savedAt: Instant;
    savedById: string;
    savedByName: string;
    submittedById: string | null;
    submittedByName: string | null;
    reviewOpinion: string | null;
    publishedAt: NullableInstant;
  };
}
