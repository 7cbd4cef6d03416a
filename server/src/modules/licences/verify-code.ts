import type { Context } from '../../kernel/context.ts';
import type { LicenceRecord } from './actions/issue-licence.ts';

/** The words that the signature in the QR code covers. */
export function signedWords(record: Pick<LicenceRecord, 'identifier' | 'issuedOn' | 'validTo'>): string {
  return `${record.identifier}|${record.issuedOn}|${record.validTo ?? ''}`;
}

/**
 * What the QR code holds: the address of the public verification, and after `#` the dates and an SM2 signature, so that a
 * reader without a network can check it with the issuer's certificate (design invariant 7).
 */
export function codeContent(ctx: Context, record: Pick<LicenceRecord, 'identifier' | 'issuedOn' | 'validTo'>, signature: string | null): string {
  const address = `${ctx.kernel.config.publicUrl}/verify/${record.identifier}`;
  return signature === null ? address : `${address}#${record.issuedOn}.${record.validTo ?? ''}.${signature}`;
}

/** The identifier in what a person scanned or typed: the bare identifier, or the address in the QR code. */
export function identifierIn(code: string): string {
  const text = code.trim().replace(/#.*$/s, '').replace(/\/+$/, '');
  return (text.split('/').at(-1) ?? text).toUpperCase();
}
