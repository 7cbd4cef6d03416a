export { checkTemplate, vocabularyWith, type TemplateProblem } from './check-template.contract.ts';
export { usesPath } from './template-texts.contract.ts';
export { applicationGroup, applicationPrefix, findTemplateKind, templateKinds, templateStages, type TemplateKind, type TemplateVocabulary } from './template-kinds.contract.ts';
export { renderDocument, type RenderOptions } from './render-document.ts';
export type {
  CertificateDefinition, DocumentBlock, DocumentData, DocumentDefinition, DocumentValue, FieldCell, NoticeDefinition, SignatureBlock,
  TableColumn, TextTemplate,
} from './definition.contract.ts';
export { handwritingBounds, readHandwriting } from './handwriting.ts';
export { outlineSeal, sealToSvg, type SealAppearance, type SealOutline } from './seal/seal-outline.ts';
export { makeOrganizationSeal, type SealOrder } from './seal/make-seal.ts';
export { signPdf } from './signature/sign-pdf.ts';
export { verifyPdf, type PdfVerification, type PdfVerificationFailure } from './signature/verify-pdf.ts';
export { DEFAULT_TEMPLATES } from './templates/index.ts';
export { SAMPLE_DATA } from './templates/sample-data.ts';
