import type { ColumnType } from 'kysely';
import type { DataScope } from '../../kernel/access/index.ts';
import type { ItemElements } from '../catalog/contract.ts';
import type { WrittenItem } from '../catalog/index.ts';
import type { ImportIssue, ImportStrategy, RowOutcome, RowVerdict } from './contract.ts';
import type { ImportState } from './states.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Json<T> = ColumnType<T, T | string, T | string>;

/** What one row of a file says, ready to be planned again when it is written. */
export interface SaidItem {
  readonly said: Partial<ItemElements>;
  readonly basedOn?: string;
  readonly findings: readonly { readonly code: string; readonly message: string }[];
  /** Path of the organisation the row names; absent when it names none and the item has one. */
  readonly organizationPath?: string;
}

/** Within which the one who uploaded, or later started it, may edit and publish items; null without that right. */
export interface ImportScopes {
  readonly edit: DataScope;
  readonly publish: DataScope | null;
}

/** Rows of schema `item_exchange`. */
export interface ItemExchangeTables {
  'itemExchange.import': {
    id: string;
    fileId: string;
    fileName: string;
    format: 'xlsx' | 'csv' | 'json';
    state: ImportState;
    strategy: ImportStrategy | null;
    publish: boolean;
    scopes: Json<ImportScopes>;
    /** Where the items' rows are in a workbook; empty for JSON. */
    sheet: string;
    headingRow: number;
    total: number;
    newCount: number;
    changedCount: number;
    unchangedCount: number;
    differsCount: number;
    refusedCount: number;
    processed: number;
    written: number;
    failed: number;
    undone: number;
    kept: number;
    warnings: Json<ImportIssue[]>;
    problem: Json<{ title: string; detail: string } | null>;
    organizationPath: string;
    regionCode: string;
    createdAt: Instant;
    createdById: string;
    createdByName: string;
    startedAt: NullableInstant;
    startedById: string | null;
    startedByName: string | null;
    finishedAt: NullableInstant;
    undoneAt: NullableInstant;
    revision: number;
  };
  'itemExchange.importRow': {
    importId: string;
    number: number;
    sheet: string;
    sheetRow: number;
    code: string;
    name: string;
    departmentName: string;
    verdict: RowVerdict;
    changes: string[];
    differences: string[];
    issues: Json<ImportIssue[]>;
    said: Json<SaidItem | null>;
    outcome: RowOutcome | null;
    outcomeReason: string | null;
    itemId: string | null;
    versionId: string | null;
    written: Json<WrittenItem | null>;
  };
  'itemExchange.difference': {
    id: string;
    itemId: string;
    element: string;
    importId: string;
    code: string;
    itemName: string;
    departmentName: string;
    organizationPath: string;
    regionCode: string;
    incoming: Json<unknown>;
    state: 'open' | 'adopted' | 'kept';
    createdAt: Instant;
    decidedAt: NullableInstant;
    decidedByName: string | null;
  };
}
