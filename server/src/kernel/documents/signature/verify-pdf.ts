import { isCertificateTrusted, readSealSignature, sm3, type Certificate, type CertificateName, type SealSignature } from '@tongban/gm-crypto';
import { coveredBytes, findByteRange, findContents } from './byte-range.ts';
import { PDF_PROPERTY } from './sign-pdf.ts';

/** What the file itself says about its integrity. Whether the licence is still valid is the issuer's record to tell. */
export type PdfVerification =
  | {
      readonly intact: true;
      /** Signer, seal maker and their times lead back to a trusted root; false when no root was given or none matches. */
      readonly trusted: boolean;
      readonly signer: CertificateName;
      readonly sealId: string;
      readonly sealName: string;
      readonly signedAt: Date;
    }
  | { readonly intact: false; readonly code: PdfVerificationFailure; readonly reason: string };

/** Why a file is not intact. */
export type PdfVerificationFailure = 'not-pdf' | 'not-signed' | 'signature-broken' | 'content-changed';

const REASONS: Record<PdfVerificationFailure, string> = {
  'not-pdf': '该文件不是 PDF 文件，请选择电子证照或文书的 PDF 原件。',
  'not-signed': '该文件没有完整的电子签章，或在签章之后被添加过内容，请使用从本平台下载的原件。',
  'signature-broken': '该文件的电子签章已损坏或被改动，请勿采信，并从本平台重新下载原件核对。',
  'content-changed': '该文件在签章之后被改动，请勿采信，并从本平台重新下载原件核对。',
};

/**
 * Verifies the seal signature inside a PDF without any network: any changed, added or missing byte gives `intact: false`.
 * Never throws.
 * @param roots certificates that issue those of signers and seal makers; `trusted` needs one that matches.
 */
export function verifyPdf(file: Uint8Array, roots: readonly Certificate[] = []): PdfVerification {
  const pdf = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (pdf.toString('latin1', 0, 5) !== '%PDF-') return failed('not-pdf');
  const range = findByteRange(pdf);
  if (!range) return failed('not-signed');
  const contents = findContents(pdf, range);
  const signature = contents && findSignature(contents);
  if (!signature || signature.property !== PDF_PROPERTY) return failed('signature-broken');
  if (!sm3(coveredBytes(pdf, range)).equals(signature.digest)) return failed('content-changed');
  const { seal, signer, signedAt } = signature;
  return { intact: true, trusted: isTrusted(signature, roots), signer: signer.subject, sealId: seal.sealId, sealName: seal.name, signedAt };
}

function findSignature(contents: Buffer): SealSignature | undefined {
  try {
    return readSealSignature(contents);
  } catch {
    return undefined;
  }
}

function isTrusted({ seal, signer, signedAt }: SealSignature, roots: readonly Certificate[]): boolean {
  const hasRoot = (certificate: Certificate, at: Date): boolean => roots.some((root) => isCertificateTrusted(certificate, root, at));
  return hasRoot(signer, signedAt) && hasRoot(seal.maker, seal.createdAt);
}

function failed(code: PdfVerificationFailure): PdfVerification {
  return { intact: false, code, reason: REASONS[code] };
}
