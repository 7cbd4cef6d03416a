import { Type, type Static, type TProperties } from 'typebox';

/** Letters, digits, underscores and Chinese characters, not starting with a digit: also a name in expressions. */
export const FieldId = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z_\\u3400-\\u9fff][A-Za-z0-9_\\u3400-\\u9fff]*$' });

const Expression = Type.String({ minLength: 1, maxLength: 2_000 });
const Label = Type.String({ minLength: 1, maxLength: 120 });
const DateBound = Type.String({ pattern: '^(?:today|\\d{4}-\\d{2}-\\d{2})$', description: 'An ISO date, or today.' });

/** One option of a choice: `value` is stored, `label` is shown. */
export const Option = Type.Object({
  value: Type.String({ minLength: 1, maxLength: 64 }),
  label: Label,
  help: Type.Optional(Type.String({ maxLength: 200 })),
}, { additionalProperties: false });
export type Option = Static<typeof Option>;

/** A rule over several answers: the form is refused while `expression` is false. */
export const Check = Type.Object({
  id: FieldId,
  expression: Expression,
  message: Type.String({ minLength: 1, maxLength: 200, description: 'What to do about it, in Chinese.' }),
  fieldIds: Type.Array(FieldId, { minItems: 1, maxItems: 10, description: 'Where the message is shown; the first is linked.' }),
}, { additionalProperties: false });
export type Check = Static<typeof Check>;

const common = {
  id: FieldId,
  label: Label,
  help: Type.Optional(Type.String({ maxLength: 500 })),
  placeholder: Type.Optional(Type.String({ maxLength: 120 })),
  required: Type.Optional(Type.Boolean()),
  requiredWhen: Type.Optional(Expression),
  visibleWhen: Type.Optional(Expression),
  readOnly: Type.Optional(Type.Boolean()),
  readOnlyWhen: Type.Optional(Expression),
  computed: Type.Optional(Expression),
  dataElement: Type.Optional(Type.String({ minLength: 1, maxLength: 64, description: 'Code of the public data element the answer is (FRM-02).' })),
  prefillFrom: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 160 }), { maxItems: 20, description: 'Ids of the sources of the data element that fill the field in, in the order in which they are asked; the order of the element without it (FRM-02).' })),
  sensitive: Type.Optional(Type.Boolean({ description: 'Masked when shown, encrypted when stored.' })),
  printWidth: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: 'Share of the table width in print, per cent; columns only.' })),
};

function field<const T extends string, P extends TProperties>(type: T, properties: P) {
  return Type.Object({ ...common, type: Type.Literal(type), ...properties }, { additionalProperties: false });
}

const choiceSource = {
  options: Type.Optional(Type.Array(Option, { minItems: 1, maxItems: 500 })),
  dictionary: Type.Optional(Type.String({ minLength: 1, maxLength: 64, description: 'Code of a dictionary, instead of options.' })),
};
const length = (most: number) => Type.Optional(Type.Integer({ minimum: 1, maximum: most }));
const amount = Type.Optional(Type.Number());

export const TextField = field('text', {
  minLength: length(1_000), maxLength: length(1_000),
  pattern: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  patternMessage: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  autocomplete: Type.Optional(Type.String({ maxLength: 40, description: 'HTML autocomplete token.' })),
});
export const MultilineField = field('multiline', { minLength: length(10_000), maxLength: length(10_000), lines: Type.Optional(Type.Integer({ minimum: 2, maximum: 30 })) });
export const NumberField = field('number', {
  minimum: amount, maximum: amount,
  decimals: Type.Optional(Type.Integer({ minimum: 0, maximum: 6 })),
  unit: Type.Optional(Type.String({ maxLength: 20 })),
});
export const MoneyField = field('money', {
  minimum: Type.Optional(Type.Integer({ description: '分' })), maximum: Type.Optional(Type.Integer({ description: '分' })),
});
export const DateField = field('date', { minimum: Type.Optional(DateBound), maximum: Type.Optional(DateBound) });
export const DateRangeField = field('dateRange', { minimum: Type.Optional(DateBound), maximum: Type.Optional(DateBound) });
export const ChoiceField = field('choice', { ...choiceSource });
export const ChoicesField = field('choices', {
  ...choiceSource,
  minimumChoices: Type.Optional(Type.Integer({ minimum: 0, maximum: 500 })),
  maximumChoices: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
});
export const BooleanField = field('boolean', {
  trueLabel: Type.Optional(Label), falseLabel: Type.Optional(Label),
  mustBeTrue: Type.Optional(Type.Boolean({ description: 'A declaration that has to be agreed to.' })),
});
export const RegionField = field('region', {
  lowestLevel: Type.Optional(Type.Union([Type.Literal('province'), Type.Literal('city'), Type.Literal('county'), Type.Literal('town'), Type.Literal('village')])),
  within: Type.Optional(Type.String({ pattern: '^\\d{6}(?:\\d{3}|\\d{6})?$' })),
});
export const IdentityDocumentField = field('identityDocument', { documentTypes: Type.Optional(Type.Array(Type.String({ pattern: '^\\d{3}$' }), { minItems: 1, maxItems: 20 })) });
export const ResidentIdField = field('residentId', {});
export const CreditCodeField = field('creditCode', {});
export const PersonNameField = field('personName', {});
export const MobileField = field('mobile', {});
export const AddressField = field('address', { regionRequired: Type.Optional(Type.Boolean()), within: Type.Optional(Type.String({ pattern: '^\\d{6}(?:\\d{3}|\\d{6})?$' })) });
export const OrganizationField = field('organization', { codeRequired: Type.Optional(Type.Boolean()) });
export const AttachmentField = field('attachment', {
  maximumFiles: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  extensions: Type.Optional(Type.Array(Type.String({ pattern: '^[a-z0-9]{1,8}$' }), { minItems: 1, maxItems: 20 })),
  materialCode: Type.Optional(Type.String({ maxLength: 64 })),
});
/** Pictures, such as a photograph of a person or of premises: shown as pictures on screen and on paper (FRM-01). */
export const ImageField = field('image', { maximumFiles: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })) });
export const SignatureField = field('signature', {});

const columnFields = [
  TextField, MultilineField, NumberField, MoneyField, DateField, DateRangeField, ChoiceField, ChoicesField, BooleanField, RegionField,
  IdentityDocumentField, ResidentIdField, CreditCodeField, PersonNameField, MobileField, AddressField, OrganizationField, AttachmentField, ImageField, SignatureField,
] as const;

/** A field that may stand in a table. */
export const ColumnField = Type.Union([...columnFields]);
export type ColumnField = Static<typeof ColumnField>;

export const TableField = field('table', {
  columns: Type.Array(ColumnField, { minItems: 1, maxItems: 20 }),
  minimumRows: Type.Optional(Type.Integer({ minimum: 0, maximum: 200 })),
  maximumRows: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  rowName: Type.Optional(Type.String({ maxLength: 20, description: 'What one row is, e.g. 成员.' })),
  checks: Type.Optional(Type.Array(Check, { maxItems: 20, description: 'Rules inside one row.' })),
});
export type TableField = Static<typeof TableField>;

/** Any field of a form. */
export const Field = Type.Union([...columnFields, TableField]);
export type Field = Static<typeof Field>;
export type FieldType = Field['type'];

/** The schema of each field type, to check one field at a time with a clear message. */
export const FIELD_SCHEMAS = Object.fromEntries([...columnFields, TableField].map((schema) => [schema.properties.type.const, schema]));
