import type { ColumnField } from './field-schemas.ts';
import { readBoolean, readChoice, readChoices } from './read-choices.ts';
import { readDate, readDateRange } from './read-dates.ts';
import { readAttachments, readImages, readSignature } from './read-files.ts';
import { readAddress, readIdentifier, readIdentityDocument, readOrganization, readRegion } from './read-identifiers.ts';
import { readMoney, readNumber } from './read-numbers.ts';
import { readText } from './read-text.ts';
import { EMPTY, type ReadOptions, type Reading } from './reading.ts';

/**
 * Brings one answer into its stored form and names what is wrong with it. Reading its own result again gives the same.
 * Tables are read row by row by the caller.
 */
export function readAnswer(field: ColumnField, raw: unknown, options: ReadOptions): Reading {
  if (raw === undefined || raw === null || raw === '') return EMPTY;
  switch (field.type) {
    case 'text':
    case 'multiline':
      return readText(field, raw, options);
    case 'number':
      return readNumber(field, raw, options);
    case 'money':
      return readMoney(field, raw, options);
    case 'date':
      return readDate(field, raw, options);
    case 'dateRange':
      return readDateRange(field, raw, options);
    case 'choice':
      return readChoice(field, raw, options);
    case 'choices':
      return readChoices(field, raw, options);
    case 'boolean':
      return readBoolean(field, raw, options);
    case 'region':
      return readRegion(field, raw, options);
    case 'identityDocument':
      return readIdentityDocument(field, raw, options);
    case 'residentId':
    case 'creditCode':
    case 'personName':
    case 'mobile':
      return readIdentifier(field, raw, options);
    case 'address':
      return readAddress(field, raw, options);
    case 'organization':
      return readOrganization(field, raw, options);
    case 'attachment':
      return readAttachments(field, raw, options);
    case 'image':
      return readImages(field, raw, options);
    case 'signature':
      return readSignature(field, raw, options);
  }
}
