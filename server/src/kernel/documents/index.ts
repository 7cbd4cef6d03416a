export { renderDocument, type RenderOptions } from './render-document.ts';
export type {
  CertificateDefinition, DocumentBlock, DocumentData, DocumentDefinition, DocumentValue, FieldCell, NoticeDefinition, SignatureBlock,
  TableColumn, TextTemplate,
} from './definition.ts';
export { outlineSeal, sealToSvg, type SealAppearance, type SealOutline } from './seal/seal-outline.ts';
export { makeOrganizationSeal, type SealOrder } from './seal/make-seal.ts';
export { signPdf } from './signature/sign-pdf.ts';
export { verifyPdf, type PdfVerification, type PdfVerificationFailure } from './signature/verify-pdf.ts';
export { DEFAULT_TEMPLATES } from './templates/index.ts';
export { SAMPLE_DATA } from './templates/sample-data.ts';
