export type { Accepted, CheckOutcome, Finding, Rejected } from './outcome.ts';
export { findCalendarDate, type IsoDate } from './calendar-date.ts';
export { checkResidentId, residentIdCheckCharacter, type ResidentIdParts } from './resident-id.ts';
export {
  checkUnifiedSocialCreditCode,
  unifiedSocialCreditCheckCharacter,
  type UnifiedSocialCreditCodeParts,
} from './unified-social-credit-code.ts';
export { checkOrganizationCode, organizationCodeCheckCharacter } from './organization-code.ts';
export { checkMobile } from './mobile.ts';
export { checkPersonName } from './person-name.ts';
export { checkPostalAddress, type PostalAddress, type PostalAddressOutcome } from './postal-address.ts';
export {
  checkIdentityDocument,
  IDENTITY_DOCUMENT_TYPES,
  isIdentityDocumentType,
  type IdentityDocumentParts,
  type IdentityDocumentType,
} from './identity-document.ts';
export { parseCatalogCode, type CatalogCodeParts } from './catalog-code.ts';
export { parseTaskCode, type TaskCodeParts } from './task-code.ts';
export { parseLocalTaskCode, type LocalTaskCode } from './local-task-code.ts';
export { classifyDepartmentCode, type DepartmentCode, type InvalidDepartmentCode } from './department-code.ts';
export { findFullRegionCode, isWithin, parentRegion, regionLevel, type RegionLevel } from './region-code.ts';
export { removeSpaces } from './normalize-text.ts';
export { mod3736Check } from './mod-37-36.ts';
export { checkCaseNumber, composeCaseNumber, type CaseNumberParts } from './case-number.ts';
export {
  composeLicenceIdentifier,
  LICENCE_ROOT,
  parseLicenceIdentifier,
  type LicenceIdentifierParts,
} from './licence-identifier.ts';
export { maskAddress, maskEmail, maskIdNumber, maskMobile, maskName, maskNumbersIn } from './masks.ts';
