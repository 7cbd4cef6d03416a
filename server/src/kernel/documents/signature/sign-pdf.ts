import { sealDigest, sealSignatureRoom, sm3, type SealSigner } from '@tongban/gm-crypto';
import { coveredBytes, emptySignatureEntries, fixByteRange, writeContents } from './byte-range.ts';
import { appendUpdate, readPdfStructure, withEntry } from './pdf-structure.ts';

/** Written into every seal signature; says how its digest was formed. */
export const PDF_PROPERTY = 'PDF /ByteRange';

const FILTER = '/Filter /Tongban.SES\n/SubFilter /SES.GBT38540.2020';

/**
 * Signs a PDF of this platform with an electronic seal: SM2 over SM3, embedded as SES_Signature of GB/T 38540-2020 in a
 * signature dictionary that covers every byte but itself. The visible seal is drawn by `renderDocument`.
 * Throws `documents.unsupported-pdf` for files of other origin or already signed; RangeError when the seal does not list the signer.
 * @param signedAt from the injected clock; whole seconds are kept.
 */
export function signPdf(pdf: Buffer, signer: SealSigner, signedAt: Date): Buffer {
  const structure = readPdfStructure(pdf);
  const [signatureNumber, fieldNumber] = [structure.size, structure.size + 1];
  const prepared = appendUpdate(pdf, structure, [
    withEntry(structure.catalog, `/AcroForm << /Fields [${fieldNumber} 0 R] /SigFlags 3 >>`),
    withEntry(structure.firstPage, `/Annots [${fieldNumber} 0 R]`),
    {
      number: signatureNumber,
      body: `<<\n/Type /Sig\n${FILTER}\n/M (D:${pdfTime(signedAt)})\n/Name ${pdfText(signer.seal.name)}\n${emptySignatureEntries(sealSignatureRoom(PDF_PROPERTY, signer, signedAt))}\n>>`,
    },
    {
      number: fieldNumber,
      body: `<<\n/Type /Annot\n/Subtype /Widget\n/FT /Sig\n/T (Seal1)\n/V ${signatureNumber} 0 R\n/Rect [0 0 0 0]\n/F 132\n/P ${structure.firstPage.number} 0 R\n>>`,
    },
  ]);
  const range = fixByteRange(prepared);
  writeContents(prepared, range, sealDigest(sm3(coveredBytes(prepared, range)), PDF_PROPERTY, signer, signedAt));
  return prepared;
}

function pdfTime(at: Date): string {
  return `${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
}

/** Text of any language as a PDF string: UTF-16 big-endian in hex. */
function pdfText(text: string): string {
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}
