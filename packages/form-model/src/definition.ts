import { Type, type Static } from 'typebox';
import { Check, Field, FieldId } from './field-schemas.ts';

const When = Type.Optional(Type.String({ minLength: 1, maxLength: 2_000 }));
const span = {
  colSpan: Type.Optional(Type.Integer({ minimum: 1, maximum: 12, description: 'Grid columns out of 12.' })),
  rowSpan: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
};

/** A cell that holds a field; its label takes `labelSpan` of its columns when printed (default 2). */
export const FieldCell = Type.Object({
  kind: Type.Literal('field'), field: Field,
  labelSpan: Type.Optional(Type.Integer({ minimum: 0, maximum: 11, description: '0 prints the label above the answer.' })),
  ...span,
}, { additionalProperties: false });
export type FieldCell = Static<typeof FieldCell>;

/** A cell of fixed text, or a blank one of the paper form where it is empty; `vertical` writes it downwards, as paper forms do beside merged rows. */
export const TextCell = Type.Object({
  kind: Type.Literal('text'), text: Type.String({ maxLength: 2_000 }),
  style: Type.Optional(Type.Union([Type.Literal('heading'), Type.Literal('note'), Type.Literal('vertical')])),
  visibleWhen: When,
  ...span,
}, { additionalProperties: false });
export type TextCell = Static<typeof TextCell>;

export const Cell = Type.Union([FieldCell, TextCell]);
export type Cell = Static<typeof Cell>;

/** Cells from left to right on a grid of 12 columns; cells without `colSpan` share what is left. */
export const Row = Type.Object({ cells: Type.Array(Cell, { minItems: 1, maxItems: 12 }) }, { additionalProperties: false });
export type Row = Static<typeof Row>;

export const Section = Type.Object({
  id: FieldId,
  title: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
  note: Type.Optional(Type.String({ maxLength: 1_000 })),
  visibleWhen: When,
  shared: Type.Optional(Type.Object({
    part: Type.String({ minLength: 1, maxLength: 64 }), revision: Type.Integer({ minimum: 1 }),
  }, { additionalProperties: false, description: 'The part of the shared library it was taken from, as it was then (FRM-04).' })),
  rows: Type.Array(Row, { minItems: 1, maxItems: 200 }),
}, { additionalProperties: false });
export type Section = Static<typeof Section>;

/**
 * A form as data (FRM-01): sections, a grid laid out like the paper form, fields with ids that stay the same from version
 * to version, conditions and computed values in FEEL.
 */
export const FormDefinition = Type.Object({
  formatVersion: Type.Literal(1),
  title: Type.String({ minLength: 1, maxLength: 200 }),
  note: Type.Optional(Type.String({ maxLength: 2_000 })),
  parameters: Type.Optional(Type.Array(FieldId, { maxItems: 50, description: 'Names the host supplies to expressions, such as the answers to the guiding questions (hyphens of a key as underscores).' })),
  sections: Type.Array(Section, { minItems: 1, maxItems: 100 }),
  checks: Type.Optional(Type.Array(Check, { maxItems: 100 })),
}, { additionalProperties: false, $id: 'https://tongban.dev/schemas/form-definition.json' });
export type FormDefinition = Static<typeof FormDefinition>;
