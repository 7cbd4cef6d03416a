import { Code, Text, Type, type Static } from '@tongban/contract-kit';

/** Most characters of one text, of a title, most blocks of a part, rows and columns of a table, of one template in all. */
export const templateBounds = { text: 2_000, title: 100, blocks: 80, columns: 8, rows: 40, all: 30_000 } as const;

/**
 * Text with placeholders: `{{name}}`, `{{applicant.name}}`, with a format `{{acceptedOn|date}}`, or with a default for a
 * value that may be absent `{{remark|or:无}}`, or both `{{on|date|or:长期}}`. Formats: `date` (YYYY-MM-DD → 2026年11月21日),
 * `chinese-date` (二〇二六年十一月二十一日), `datetime` (ISO instant → Beijing time to the minute), `yuan` (分 → 元).
 */
export const TextTemplate = Text(templateBounds.text);
export type TextTemplate = string;

/** A value that fills a placeholder; lists fill tables and numbered lists. */
export type DocumentValue = string | number | null | undefined | DocumentData | readonly DocumentData[];

/** The data of one document. */
export interface DocumentData {
  readonly [name: string]: DocumentValue;
}

const Name = Text(100, { minLength: 1 });
const Align = Code(['left', 'center', 'right'] as const);

/** A column of a table; widths are shares of the line. */
export const TableColumn = Type.Object({
  title: Text(templateBounds.title), share: Type.Integer({ minimum: 1, maximum: 20 }), text: TextTemplate, align: Type.Optional(Align),
});
export type TableColumn = Static<typeof TableColumn>;

/** A label and its value. */
export const FieldCell = Type.Object({ label: Text(templateBounds.title), text: TextTemplate });
export type FieldCell = Static<typeof FieldCell>;

const simpleBlocks = [
  Type.Object({ type: Type.Literal('paragraph'), text: TextTemplate, align: Type.Optional(Align), indent: Type.Optional(Type.Boolean()), bold: Type.Optional(Type.Boolean()) }),
  /** One numbered paragraph for every entry of a list; `{{index}}` counts from 1. */
  Type.Object({ type: Type.Literal('list'), each: Name, text: TextTemplate, numbering: Code(['arabic', 'chinese', 'none'] as const) }),
  Type.Object({ type: Type.Literal('table'), each: Name, columns: Type.Array(TableColumn, { minItems: 1, maxItems: templateBounds.columns }) }),
  /** A bordered form of label and value, one or two pairs a row. */
  Type.Object({
    type: Type.Literal('fields'), rows: Type.Array(Type.Array(FieldCell, { minItems: 1, maxItems: 2 }), { minItems: 1, maxItems: templateBounds.rows }),
    labelWidth: Type.Optional(Type.Integer({ minimum: 40, maximum: 240 })),
  }),
  Type.Object({ type: Type.Literal('qr'), content: TextTemplate, caption: TextTemplate }),
  Type.Object({ type: Type.Literal('space'), lines: Type.Integer({ minimum: 1, maximum: 10 }) }),
] as const;

/** A block that holds no other blocks. */
export const SimpleBlock = Type.Union([...simpleBlocks]);
export type SimpleBlock = Static<typeof SimpleBlock>;

/** A block of a document, drawn from top to bottom. */
export const DocumentBlock = Type.Union([
  ...simpleBlocks,
  /** Blocks drawn only when the named value is present: not absent, not empty. */
  Type.Object({ type: Type.Literal('when'), present: Name, blocks: Type.Array(SimpleBlock, { maxItems: templateBounds.blocks }) }),
]);
export type DocumentBlock = Static<typeof DocumentBlock>;

/** Organisation and date at the end of a document, with room for the seal over both. */
export const SignatureBlock = Type.Object({ organization: TextTemplate, date: TextTemplate });
export type SignatureBlock = Static<typeof SignatureBlock>;

const blocks = Type.Array(DocumentBlock, { maxItems: templateBounds.blocks });

/** An official document (公文格式, after GB/T 9704): letterhead, title, number, body, signature. */
export const NoticeDefinition = Type.Object({
  kind: Type.Literal('notice'),
  /** Stable code, e.g. `acceptance-notice`. */
  code: Name,
  name: Name,
  /** Organisation in red above a red line; without it the organisation stands in black above the title. */
  letterhead: Type.Optional(TextTemplate),
  organization: Type.Optional(TextTemplate),
  title: TextTemplate,
  number: Type.Optional(TextTemplate),
  blocks,
  signature: Type.Optional(SignatureBlock),
  /** Drawn below the signature: enclosures, remarks, signature of the recipient. */
  closing: Type.Optional(blocks),
});
export type NoticeDefinition = Static<typeof NoticeDefinition>;

/** The face of a licence (证照照面): border, title, fields, seal and QR code on one page. */
export const CertificateDefinition = Type.Object({
  kind: Type.Literal('certificate'),
  code: Name,
  name: Name,
  title: TextTemplate,
  subtitle: Type.Optional(TextTemplate),
  number: TextTemplate,
  fields: Type.Array(FieldCell, { maxItems: templateBounds.rows }),
  /** A list of `{label, value}` whose lines follow the fields: what the licence type says of its face. */
  lines: Type.Optional(Name),
  statement: Type.Optional(TextTemplate),
  signature: SignatureBlock,
  qr: Type.Object({ content: TextTemplate, caption: TextTemplate }),
  footer: TextTemplate,
});
export type CertificateDefinition = Static<typeof CertificateDefinition>;

/** A document template, kept as data. */
export const DocumentDefinition = Type.Union([NoticeDefinition, CertificateDefinition]);
export type DocumentDefinition = Static<typeof DocumentDefinition>;
