import { checkIdentityDocument, checkMobile, checkPersonName, checkUnifiedSocialCreditCode } from '@tongban/identifiers';
import { formatDate } from '../../shared/format/dates.ts';
import { text } from './text.ts';

/** The person or company at the counter as typed. */
export interface TypedApplicant {
  kind: 'person' | 'company';
  documentType: string;
  documentNumber: string;
  name: string;
  mobile: string;
}

export interface Judged {
  value: string;
  fault: string | undefined;
  note: string | undefined;
}

/** Judges the number as it is typed, with the same code as the server; says what the number itself tells. */
export function judgeNumber(applicant: TypedApplicant, today: string): Judged {
  const typed = applicant.documentNumber;
  if (applicant.kind === 'company') {
    const found = checkUnifiedSocialCreditCode(typed);
    return found.ok
      ? { value: found.normalized, fault: undefined, note: text.applicant.valid }
      : { value: typed, fault: found.message, note: undefined };
  }
  const found = checkIdentityDocument(applicant.documentType, typed, today);
  if (!found.ok) return { value: typed, fault: found.message, note: undefined };
  const told = [found.sex ? text.applicant[found.sex] : '', found.birthDate ? text.applicant.born(formatDate(found.birthDate)) : ''].filter(Boolean);
  return { value: found.normalized, fault: undefined, note: told.length > 0 ? told.join('，') : text.applicant.valid };
}

/** Judges a person's name; a company's only needs to be there. */
export function judgeName(applicant: TypedApplicant): Judged {
  if (applicant.kind === 'company')
    return applicant.name.trim().length >= 2
      ? { value: applicant.name.trim(), fault: undefined, note: undefined }
      : { value: '', fault: `请填写${text.applicant.companyName}。`, note: undefined };
  const found = checkPersonName(applicant.name);
  return found.ok ? { value: found.normalized, fault: undefined, note: undefined } : { value: applicant.name, fault: found.message, note: undefined };
}

/** Judges a mobile number. */
export function judgeMobile(mobile: string): Judged {
  const found = checkMobile(mobile);
  return found.ok ? { value: found.normalized, fault: undefined, note: undefined } : { value: mobile, fault: found.message, note: undefined };
}
