import type { ColumnType } from 'kysely';
import type { SiteSettings } from './contract.ts';

/** Rows of the PostgreSQL schema `site`. */
export interface SiteTables {
  /** One row, there from the start; settings of an earlier version may lack what came later. */
  'site.settings': {
    one: boolean;
    settings: ColumnType<Partial<SiteSettings>, never, SiteSettings>;
    revision: number;
    updatedAt: ColumnType<Date | null, never, Date>;
    updatedBy: string | null;
  };
}
