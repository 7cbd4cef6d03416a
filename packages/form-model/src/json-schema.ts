import { IDENTITY_DOCUMENT_TYPES } from '@tongban/identifiers';
import type { FormDefinition } from './definition.ts';
import type { ColumnField, Field } from './field-schemas.ts';
import { listFields } from './list-fields.ts';
import { DEFAULT_MAXIMUM_ROWS } from './read-answers.ts';
import { DEFAULT_MAXIMUM_FILES, DEFAULT_MAXIMUM_IMAGES } from './read-files.ts';
import { DEFAULT_LENGTHS } from './read-text.ts';

/** A JSON Schema as plain JSON. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * Describes the submitted answers of a form as JSON Schema 2020-12, for API documents and Ajv.
 * It is wider than `validateForm`: conditions, check characters and rules over several answers have no counterpart, so
 * only fields that must always be given are required.
 */
export function toJsonSchema(definition: FormDefinition): JsonSchema {
  const fields = listFields(definition);
  const conditional = new Set(definition.sections.filter((section) => section.visibleWhen !== undefined).flatMap((section) =>
    section.rows.flatMap((row) => row.cells).flatMap((cell) => (cell.kind === 'field' ? [cell.field.id] : []))));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: definition.title,
    ...objectOf(fields, (field) => isAlwaysGiven(field) && !conditional.has(field.id)),
  };
}

function isAlwaysGiven(field: Field): boolean {
  const demanded = field.required === true || (field.type === 'table' && (field.minimumRows ?? 0) > 0) || (field.type === 'boolean' && field.mustBeTrue === true);
  return demanded && field.visibleWhen === undefined;
}

function objectOf(fields: readonly Field[], isRequired: (field: Field) => boolean): JsonSchema {
  const required = fields.filter(isRequired).map((field) => field.id);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.id, { title: field.label, ...(field.help === undefined ? {} : { description: field.help }), ...describeField(field) }])),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
}

function describeField(field: Field): JsonSchema {
  if (field.type !== 'table') return describeColumn(field);
  return {
    type: 'array', items: objectOf(field.columns, isAlwaysGiven),
    minItems: Math.max(field.minimumRows ?? 0, field.required === true ? 1 : 0), maxItems: field.maximumRows ?? DEFAULT_MAXIMUM_ROWS,
  };
}

function describeColumn(field: ColumnField): JsonSchema {
  switch (field.type) {
    case 'text':
    case 'multiline':
      return textOf(field.maxLength ?? DEFAULT_LENGTHS[field.type], { minLength: field.minLength ?? 1, ...(field.type === 'text' && field.pattern !== undefined ? { pattern: `^(?:${field.pattern})$` } : {}) });
    case 'number':
      return { type: 'number', ...defined({ minimum: field.minimum, maximum: field.maximum }) };
    case 'money':
      return { type: 'integer', description: '单位：分', minimum: field.minimum ?? 0, ...defined({ maximum: field.maximum }) };
    case 'date':
      return date();
    case 'dateRange':
      return partsOf({ start: date(), end: date() }, ['start', 'end']);
    case 'choice':
      return optionOf(field);
    case 'choices':
      return { type: 'array', items: optionOf(field), uniqueItems: true, minItems: field.minimumChoices ?? 1, maxItems: field.maximumChoices ?? 500 };
    case 'boolean':
      return field.mustBeTrue === true ? { const: true } : { type: 'boolean' };
    default:
      return describeIdentifier(field);
  }
}

function describeIdentifier(field: ColumnField): JsonSchema {
  switch (field.type) {
    case 'region':
      return region();
    case 'identityDocument':
      return partsOf({ type: { enum: field.documentTypes ?? Object.keys(IDENTITY_DOCUMENT_TYPES) }, number: textOf(60) }, ['type', 'number']);
    case 'residentId':
      return { type: 'string', pattern: '^\\d{17}[\\dX]$' };
    case 'creditCode':
      return creditCode();
    case 'mobile':
      return { type: 'string', pattern: '^1[3-9]\\d{9}$' };
    case 'address':
      return partsOf({ region: region(), detail: textOf(200) }, field.regionRequired === true ? ['region', 'detail'] : ['detail']);
    case 'organization':
      return partsOf({ name: textOf(200), creditCode: creditCode() }, field.codeRequired === true ? ['name', 'creditCode'] : ['name']);
    case 'attachment':
      return { type: 'array', items: file(), minItems: 1, maxItems: field.maximumFiles ?? DEFAULT_MAXIMUM_FILES };
    case 'image':
      return { type: 'array', items: file(), minItems: 1, maxItems: field.maximumFiles ?? DEFAULT_MAXIMUM_IMAGES };
    case 'signature':
      return file();
    default:
      return textOf(100);
  }
}

function textOf(maxLength: number, rest: JsonSchema = { minLength: 1 }): JsonSchema {
  return { type: 'string', maxLength, ...rest };
}

function date(): JsonSchema {
  return { type: 'string', format: 'date' };
}

function region(): JsonSchema {
  return { type: 'string', pattern: '^\\d{12}$', description: '12 位行政区划代码' };
}

function creditCode(): JsonSchema {
  return { type: 'string', pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$' };
}

function file(): JsonSchema {
  return partsOf({ fileId: { type: 'string', pattern: '^[\\w-]{1,64}$' }, name: textOf(255) }, ['fileId', 'name']);
}

function partsOf(properties: Readonly<Record<string, JsonSchema>>, required: readonly string[]): JsonSchema {
  return { type: 'object', properties, required, additionalProperties: false };
}

function optionOf(field: Extract<Field, { type: 'choice' | 'choices' }>): JsonSchema {
  return field.options === undefined ? textOf(64) : { enum: field.options.map((option) => option.value) };
}

function defined(entries: Readonly<Record<string, unknown>>): JsonSchema {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}
