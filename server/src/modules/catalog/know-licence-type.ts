import type { WriteBatch } from '../../kernel/db/index.ts';

/** What the checks of an item know of a licence type. */
export interface KnownLicenceType {
  readonly code: string;
  readonly name: string;
  /** Whether no item may be given it any more. */
  readonly retired: boolean;
  /** Lines of its face that are filled from a field of the application form. */
  readonly formLines: readonly { readonly label: string; readonly field: string }[];
}

/** Tells the catalogue of a licence type within the statement that writes it (LIC-01). */
export function knowLicenceType(batch: WriteBatch, { code, name, retired, formLines }: KnownLicenceType): void {
  batch.call('catalog.know_licence_type(?, ?, ?::boolean, ?::jsonb)', [code, name, retired, JSON.stringify(formLines)]);
}
