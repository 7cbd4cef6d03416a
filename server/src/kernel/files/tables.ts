import type { ColumnType } from 'kysely';
import type { StoredFile } from './contract.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;

/** Rows of the PostgreSQL schema `files`. */
export interface FilesTables {
  /** Content that is stored once however often it was uploaded; `digest` is the SM3 of the content in hex. */
  'files.blob': { digest: string; storedAt: Instant };
  'files.file': {
    id: string;
    digest: string;
    size: number;
    mediaType: string;
    name: string;
    purpose: string;
    pages: number | null;
    active: boolean;
    scanStatus: StoredFile['scanStatus'];
    uploadedBy: string;
    uploadedAt: Instant;
    /** Empty until a record claims the file. */
    ownerType: string;
    ownerId: string;
    /** Since when no record needs it. */
    unusedSince: ColumnType<Date | null, Date | string | null, Date | string | null>;
  };
}
