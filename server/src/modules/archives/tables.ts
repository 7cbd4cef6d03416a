import type { ColumnType } from 'kysely';
import type { ArchiveCheck, ArchivedFile, ArchiveState } from './contract.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Json<T> = ColumnType<T, T | string, T | string>;

/** Rows of the PostgreSQL schema `archives`. */
export interface ArchivesTables {
  'archives.archive': {
    id: string;
    caseId: string;
    caseNumber: string;
    itemId: string;
    itemName: string;
    taskType: string;
    applicantName: string;
    organizationId: string;
    organizationName: string;
    organizationPath: string;
    regionCode: string;
    /** How the case ended, in words. */
    ending: string;
    endedAt: Instant;
    state: ArchiveState;
    /** Version of the case that the package holds; a case that goes on gets another edition. */
    caseVersion: number;
    edition: number;
    /** 档号; null until a package has been made. */
    number: string | null;
    retentionYears: number | null;
    expiresOn: string | null;
    archivedAt: NullableInstant;
    fileId: string | null;
    digest: string | null;
    size: number | null;
    checks: Json<ArchiveCheck[]>;
    faults: number;
    version: number;
  };
  /** Every package ever made of a case; none is replaced. */
  'archives.edition': {
    archiveId: string; edition: number; caseVersion: number; fileId: string; digest: string; size: number; files: Json<ArchivedFile[]>; checks: Json<ArchiveCheck[]>; at: Instant; byName: string; reason: string;
  };
  /** 保管期限表: of an item, of a kind of items, of all others. */
  'archives.retention': { scope: 'default' | 'task-type' | 'item'; key: string; name: string; years: number | null; changedAt: Instant; changedByName: string };
}
