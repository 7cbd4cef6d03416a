/**
 * Text with placeholders: `{{name}}`, `{{applicant.name}}`, with a format `{{acceptedOn|date}}`, or with a default for a
 * value that may be absent `{{remark|or:无}}`. Formats: `date` (YYYY-MM-DD → 2026年11月21日), `chinese-date`
 * (二〇二六年十一月二十一日), `datetime` (ISO instant → Beijing time to the minute), `yuan` (分 → 元).
 */
export type TextTemplate = string;

/** A value that fills a placeholder; lists fill tables and numbered lists. */
export type DocumentValue = string | number | null | undefined | DocumentData | readonly DocumentData[];

/** The data of one document. */
export interface DocumentData {
  readonly [name: string]: DocumentValue;
}

/** A block of a document, drawn from top to bottom. */
export type DocumentBlock =
  | { readonly type: 'paragraph'; readonly text: TextTemplate; readonly align?: 'left' | 'center' | 'right'; readonly indent?: boolean; readonly bold?: boolean }
  /** One numbered paragraph for every entry of a list; `{{index}}` counts from 1. */
  | { readonly type: 'list'; readonly each: string; readonly text: TextTemplate; readonly numbering: 'arabic' | 'chinese' | 'none' }
  | { readonly type: 'table'; readonly each: string; readonly columns: readonly TableColumn[] }
  /** A bordered form of label and value, one or two pairs a row. */
  | { readonly type: 'fields'; readonly rows: readonly (readonly FieldCell[])[]; readonly labelWidth?: number }
  | { readonly type: 'qr'; readonly content: TextTemplate; readonly caption: TextTemplate }
  | { readonly type: 'space'; readonly lines: number }
  /** Blocks drawn only when the named value is present: not absent, not empty. */
  | { readonly type: 'when'; readonly present: string; readonly blocks: readonly DocumentBlock[] };

/** A column of a table; widths are shares of the line. */
export interface TableColumn {
  readonly title: string;
  readonly share: number;
  readonly text: TextTemplate;
  readonly align?: 'left' | 'center' | 'right';
}

/** A label and its value. */
export interface FieldCell {
  readonly label: string;
  readonly text: TextTemplate;
}

/** Organisation and date at the end of a document, with room for the seal over both. */
export interface SignatureBlock {
  readonly organization: TextTemplate;
  readonly date: TextTemplate;
}

/** An official document (公文格式, after GB/T 9704): letterhead, title, number, body, signature. */
export interface NoticeDefinition {
  readonly kind: 'notice';
  /** Stable code, e.g. `acceptance-notice`. */
  readonly code: string;
  readonly name: string;
  /** Organisation in red above a red line; without it the organisation stands in black above the title. */
  readonly letterhead?: TextTemplate;
  readonly organization?: TextTemplate;
  readonly title: TextTemplate;
  readonly number?: TextTemplate;
  readonly blocks: readonly DocumentBlock[];
  readonly signature?: SignatureBlock;
  /** Drawn below the signature: enclosures, remarks, signature of the recipient. */
  readonly closing?: readonly DocumentBlock[];
}

/** The face of a licence (证照照面): border, title, fields, seal and QR code on one page. */
export interface CertificateDefinition {
  readonly kind: 'certificate';
  readonly code: string;
  readonly name: string;
  readonly title: TextTemplate;
  readonly subtitle?: TextTemplate;
  readonly number: TextTemplate;
  readonly fields: readonly FieldCell[];
  readonly statement?: TextTemplate;
  readonly signature: SignatureBlock;
  readonly qr: { readonly content: TextTemplate; readonly caption: TextTemplate };
  readonly footer: TextTemplate;
}

/** A document template, kept as data. */
export type DocumentDefinition = NoticeDefinition | CertificateDefinition;
