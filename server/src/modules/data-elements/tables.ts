import type { ColumnType } from 'kysely';
import type { ElementSource, ElementType, Sensitivity } from './contract.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;

export interface DataElementsTables {
  'dataElements.element': {
    code: string;
    name: string;
    definition: string;
    type: ElementType;
    format: string;
    minLength: number | null;
    maxLength: number | null;
    dictionary: string | null;
    sensitivity: Sensitivity;
    sources: ElementSource[];
    databaseField: string | null;
    revision: number;
    editedById: string;
    editedByName: string;
    editedAt: Instant;
  };
  'dataElements.sharingService': {
    code: string;
    name: string;
    provider: string;
    enabled: boolean;
    revision: number;
    editedById: string;
    editedByName: string;
    editedAt: Instant;
  };
}
