import type { ColumnType } from 'kysely';
import type { TemplateContent, TemplateFamily, TemplateScope, TemplateState } from './contract.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Json<T> = ColumnType<T, T | string, T | string>;

/** Rows of schema `templates`. */
export interface TemplatesTables {
  /** A kind of document or message for a scope; the general one has neither item nor applicant nor step, and belongs nowhere. */
  'templates.template': TemplateScope & {
    id: string; family: TemplateFamily; kind: string; name: string; itemName: string | null; organizationPath: string; regionCode: string; createdAt: Instant; createdByName: string;
  };
  /** What is published or superseded never changes but for its state; a trigger keeps it. */
  'templates.version': {
    id: string; templateId: string; number: number; state: TemplateState; note: string; content: Json<TemplateContent>;
    updatedAt: Instant; updatedById: string; updatedByName: string; publishedAt: NullableInstant; publishedByName: string | null; revision: number;
  };
  /** Which version a document was made with; append-only. */
  'templates.use': { documentType: string; documentId: string; versionId: string; at: Instant };
}
